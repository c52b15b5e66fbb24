import type { LogIndex } from '../log/log-index.ts';
import type { StoredEvent } from '../log/stored-event.ts';
import type { EventFilter } from './event-filter.ts';

/** What a subscriber is told. `send` resolves with whether it had to wait because the subscriber is slow. */
export interface Subscriber {
  send(notice: Notice): Promise<boolean>;
  /** Whether a fault ends this subscription now. */
  dropped(): boolean;
  readonly gone: AbortSignal;
}

export type Notice =
  | { readonly is: 'event'; readonly event: StoredEvent }
  | { readonly is: 'checkpoint'; readonly position: number }
  | { readonly is: 'caught-up' }
  | { readonly is: 'fell-behind' };

export interface SubscriptionWanted {
  /** What it reads: the log or a stream. Asked again each time, because a stream may only come to be. */
  readonly events: () => readonly StoredEvent[];
  /** Number of the first event it is given. */
  readonly from: number;
  readonly filter: EventFilter;
  /** Events looked at between two checkpoints; none unless told. */
  readonly checkpointEvery?: number;
}

/** A fault ended the subscription. */
export class SubscriptionDropped extends Error {}

const LIVE_BUFFER = 32;

/**
 * Gives everything from a place on and then what comes, until the subscriber has gone. Says `caught-up` at the end of
 * the log, `fell-behind` when a slow subscriber has more waiting than the real server buffers.
 * @throws SubscriptionDropped
 */
export async function subscribe(
  index: LogIndex,
  wakeUp: (listener: () => void) => () => void,
  { events, from, filter, checkpointEvery = 0 }: SubscriptionWanted,
  subscriber: Subscriber,
): Promise<void> {
  let next = from;
  let looked = 0;
  let live = false;
  const bell = new Bell([index.onGrowth.bind(index), wakeUp], subscriber.gone);
  try {
    while (!subscriber.gone.aborted) {
      if (subscriber.dropped()) throw new SubscriptionDropped();
      const event = events()[next];
      if (event === undefined) {
        if (!live) await subscriber.send({ is: 'caught-up' });
        live = true;
        if (events()[next] === undefined) await bell.rung();
        continue;
      }
      next += 1;
      looked += 1;
      const slow = filter(event) && (await subscriber.send({ is: 'event', event }));
      if (live && slow && events().length - next > LIVE_BUFFER) {
        live = false;
        await subscriber.send({ is: 'fell-behind' });
      }
      if (checkpointEvery > 0 && looked >= checkpointEvery) {
        looked = 0;
        await subscriber.send({ is: 'checkpoint', position: event.position });
      } else if (looked % YIELD_EVERY === 0) {
        await new Promise((wake) => setImmediate(wake));
      }
    }
  } finally {
    bell.silence();
  }
}

/** Long searches let others have their turn. */
const YIELD_EVERY = 1024;

/** Wakes the one who waits when something may have changed, and remembers a ring that nobody waited for. */
class Bell {
  readonly #stop: (() => void)[];
  #rang = false;
  #wake: (() => void) | undefined;

  constructor(sources: readonly ((listener: () => void) => () => void)[], gone: AbortSignal) {
    const ring = () => {
      this.#rang = true;
      this.#wake?.();
    };
    gone.addEventListener('abort', ring, { once: true });
    this.#stop = [...sources.map((source) => source(ring)), () => gone.removeEventListener('abort', ring)];
  }

  async rung(): Promise<void> {
    if (!this.#rang) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
    this.#rang = false;
  }

  silence(): void {
    for (const stop of this.#stop) stop();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliverBatch, LogFilter, Position, Recorded, Subscription } from '@jiandu/eventing';
import { BackOff } from './again.ts';
import type { LiveTail } from './live-tail.ts';
import { type LogReading, wantedBy } from './log-reading.ts';
import { ReadAhead } from './read-ahead.ts';

/** Events delivered in one batch at most. */
const BATCH = 512;
const LONGEST_DELAY_MS = 5_000;

/**
 * Reads for itself what the server has after its position, and lives from the shared tail as soon as that reaches back far
 * enough. Its position is always the place of an event, never one between two: the server begins there again.
 */
export class TailSubscription implements Subscription {
  readonly #reading: LogReading;
  readonly #tail: LiveTail;
  readonly #filter: LogFilter;
  readonly #deliver: DeliverBatch;
  readonly #stopping = new AbortController();
  /** Resolves when it was stopped and the last delivery is over. */
  readonly ended: Promise<void>;
  #position: Position;

  constructor(
    { reading, tail }: { readonly reading: LogReading; readonly tail: LiveTail },
    after: Position,
    filter: LogFilter,
    deliver: DeliverBatch,
  ) {
    this.#reading = reading;
    this.#tail = tail;
    this.#filter = filter;
    this.#deliver = deliver;
    this.#position = after;
    this.ended = this.#run();
  }

  get position(): Position {
    return this.#position;
  }

  stop(): Promise<void> {
    this.#stopping.abort();
    return this.ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const backOff = new BackOff(LONGEST_DELAY_MS);
    // The caller has its subscription in hand before the first delivery.
    await turn();
    while (!signal.aborted) {
      const stretch = this.#tail.after(this.#position, BATCH, this.#filter);
      if (stretch !== undefined && stretch.upTo > this.#position) {
        await this.#handOver(stretch.events, stretch.upTo);
      } else if (stretch !== undefined || !this.#tail.hasBegun) {
        await this.#tail.change(signal);
      } else {
        try {
          await this.#catchUp();
          backOff.reset();
        } catch {
          await this.#pause(backOff.nextMs);
        }
      }
    }
  }

  /** Reads from the server until the tail reaches back to its position, or nothing more is there. */
  async #catchUp(): Promise<void> {
    const { signal } = this.#stopping;
    // The tail has it from the server: whoever reads after this moment finds everything up to there.
    const level = this.#tail.upTo;
    if (this.#filter.categories?.length !== 0) {
      const wanted = wantedBy(this.#filter);
      const ahead = new ReadAhead(
        (signal) => this.#reading.piecesAfter(this.#position, wanted, { signal }),
        2 * BATCH,
      );
      const stop = () => ahead.stop();
      signal.addEventListener('abort', stop, { once: true });
      try {
        for (;;) {
          const events = await ahead.take(BATCH);
          const last = events.at(-1);
          if (last === undefined) break;
          await this.#handOver(
            events.flatMap(({ event }) => event ?? []),
            last.position,
          );
          if (signal.aborted || this.#tail.reachesBackTo(this.#position)) return;
        }
      } finally {
        signal.removeEventListener('abort', stop);
        stop();
      }
    }
    if (level > this.#position) await this.#handOver([], level);
  }

  /** Delivers until it is handled, or the subscription is stopped. */
  async #handOver(events: readonly Recorded[], upTo: Position): Promise<void> {
    const backOff = new BackOff(LONGEST_DELAY_MS);
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#deliver(events, upTo);
        this.#position = upTo;
        // A delivery that never really waits would otherwise keep everyone else from running.
        await turn();
        return;
      } catch {
        await this.#pause(backOff.nextMs);
      }
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

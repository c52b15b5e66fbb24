import type { DeliverBatch, Position, Subscription } from '@jiandu/eventing';
import type { Stretch } from './log-tail.ts';

/** Events delivered in one batch at most. */
const BATCH = 512;
const FIRST_DELAY_MS = 10;
const LONGEST_DELAY_MS = 5_000;

/** Reads what is to be delivered after a position. */
export type ReadOn = (after: Position, limit: number) => Stretch;

/** Reads after its position, delivers, moves; waits when it is level, backs off when the delivery is rejected. */
export class FollowingSubscription implements Subscription {
  readonly #read: ReadOn;
  readonly #deliver: DeliverBatch;
  /** Resolves when it was stopped and the last delivery is over. */
  readonly ended: Promise<void>;
  #position: Position;
  #stopped = false;
  #level: (() => void) | undefined;
  #backingOff: (() => void) | undefined;

  constructor(read: ReadOn, after: Position, deliver: DeliverBatch) {
    this.#read = read;
    this.#deliver = deliver;
    this.#position = after;
    this.ended = this.#run();
  }

  get position(): Position {
    return this.#position;
  }

  /** The log has grown. */
  changed(): void {
    this.#level?.();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#level?.();
    this.#backingOff?.();
    return this.ended;
  }

  async #run(): Promise<void> {
    let delay = FIRST_DELAY_MS;
    // The caller has its subscription in hand before the first delivery.
    await turn();
    while (!this.#stopped) {
      try {
        const { events, upTo } = this.#read(this.#position, BATCH);
        if (upTo === this.#position) {
          await this.#change();
          continue;
        }
        await this.#deliver(events, upTo);
        this.#position = upTo;
        delay = FIRST_DELAY_MS;
        // A delivery that never really waits would otherwise keep everyone else from running.
        await turn();
      } catch {
        await this.#pause(delay);
        delay = Math.min(delay * 2, LONGEST_DELAY_MS);
      }
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#level = resolve;
    });
  }

  async #pause(milliseconds: number): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#backingOff = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

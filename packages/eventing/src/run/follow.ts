import type { Position, Recorded } from '../ports/event.ts';
import type { EventStore } from '../ports/event-store.ts';

/** The log as an endless sequence: what is there after a position, then what comes. Ends its subscription as soon as the reader stops. */
export function follow(
  store: EventStore,
  after: Position,
  lift: (event: Recorded) => Recorded,
): AsyncIterable<Recorded> {
  return { [Symbol.asyncIterator]: () => new Follower(store, after, lift) };
}

/** Not a generator: a generator that waits for the next event cannot be stopped before it comes. */
class Follower implements AsyncIterator<Recorded> {
  readonly #lift: (event: Recorded) => Recorded;
  readonly #subscription: ReturnType<EventStore['subscribe']>;
  #ready: Recorded[] = [];
  #stopped = false;
  #wakeReader: () => void = () => undefined;
  #releaseStore: () => void = () => undefined;

  constructor(store: EventStore, after: Position, lift: (event: Recorded) => Recorded) {
    this.#lift = lift;
    this.#subscription = store.subscribe(after, {}, (batch) => this.#take(batch));
  }

  async next(): Promise<IteratorResult<Recorded>> {
    while (this.#ready.length === 0 && !this.#stopped) {
      this.#releaseStore();
      await new Promise<void>((resolve) => {
        this.#wakeReader = resolve;
        if (this.#ready.length > 0 || this.#stopped) resolve();
      });
    }
    const event = this.#stopped ? undefined : this.#ready.shift();
    return event === undefined ? { done: true, value: undefined } : { done: false, value: this.#lift(event) };
  }

  async return(): Promise<IteratorResult<Recorded>> {
    this.#stopped = true;
    this.#ready = [];
    this.#releaseStore();
    this.#wakeReader();
    await this.#subscription.stop();
    return { done: true, value: undefined };
  }

  /** Holds the next batch back until the reader has used this one up: a slow reader takes no memory. */
  #take(batch: readonly Recorded[]): Promise<void> {
    if (this.#stopped || batch.length === 0) return Promise.resolve();
    this.#ready = [...batch];
    this.#wakeReader();
    return new Promise((resolve) => {
      this.#releaseStore = resolve;
    });
  }
}

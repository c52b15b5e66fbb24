import type {
  DeliverBatch,
  LogFilter,
  Position,
  ReadStreamOptions,
  Recorded,
  StreamId,
} from '@jiandu/eventing';
import type { LogConnection } from './log-connection.ts';
import type { LogTail, Stretch } from './log-tail.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { FollowingSubscription } from './subscription.ts';

/** A disk that fails while it is read may come back like one that fails while it is written. */
function orUnavailable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new StoreUnavailable(error);
  }
}

/** The reading half of a store: streams, the whole log, subscriptions. */
export class LogReading {
  readonly #connection: LogConnection;
  readonly #tail: LogTail;
  readonly #head: () => Position;
  readonly #subscriptions = new Set<FollowingSubscription>();
  #closed = false;

  constructor(connection: LogConnection, tail: LogTail, head: () => Position) {
    this.#connection = connection;
    this.#tail = tail;
    this.#head = head;
  }

  async readStream(stream: StreamId, options?: ReadStreamOptions): Promise<readonly Recorded[]> {
    this.#mustBeOpen();
    return orUnavailable(() => this.#connection.log.readStream(stream, options));
  }

  async readAll(after: Position, limit: number, filter: LogFilter = {}): Promise<Stretch> {
    const head = this.#head();
    const found: Recorded[] = [];
    let upTo = after;
    while (found.length < limit && upTo < head) {
      this.#mustBeOpen();
      const stretch = this.#stretch(upTo, limit - found.length, filter, head);
      found.push(...stretch.events);
      upTo = stretch.upTo;
      if (found.length < limit && upTo < head) await new Promise(setImmediate);
    }
    return { events: found, upTo };
  }

  subscribe(after: Position, filter: LogFilter, deliver: DeliverBatch): FollowingSubscription {
    this.#mustBeOpen();
    const subscription = new FollowingSubscription(
      (from, limit) => this.#stretch(from, limit, filter, this.#head()),
      after,
      deliver,
    );
    this.#subscriptions.add(subscription);
    void subscription.ended.then(() => this.#subscriptions.delete(subscription));
    return subscription;
  }

  /** The log has grown: subscriptions that wait look again. */
  changed(): void {
    for (const subscription of this.#subscriptions) subscription.changed();
  }

  /** Ends the subscriptions; resolves after their last deliveries, which may still read. */
  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    this.#closed = true;
  }

  #stretch(after: Position, limit: number, filter: LogFilter, head: Position): Stretch {
    return (
      this.#tail.after(after, limit, filter.categories) ??
      orUnavailable(() => this.#connection.log.readAll(after, limit, filter, head))
    );
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Error('The event store is closed');
  }
}

import type { NewEvent, Position, Recorded, Revision, StreamId } from './event.ts';

/** What the appender believes of the stream: it does not exist, it stands at this revision, or no belief. */
export type ExpectedRevision = 'none' | 'any' | Revision;

/** Result of an append. A lost race is a value, never an exception. */
export type Appended =
  | { readonly ok: true; readonly revision: Revision; readonly position: Position }
  | { readonly ok: false; readonly wrongRevision: Revision | 'none' };

export interface ReadStreamOptions {
  /** First revision to read, inclusive; forwards from 0, backwards from the end unless told. */
  readonly from?: Revision;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export interface LogFilter {
  /** Categories to read; all of them unless told. */
  readonly categories?: readonly string[];
}

/** A running subscription. */
export interface Subscription {
  /** Position up to which everything that passes the filter was delivered and handled. */
  readonly position: Position;
  /** Resolves when the subscription has ended; no delivery happens afterwards. */
  stop(): Promise<void>;
}

/** Handles a batch in log order; the next batch comes after its promise resolves. A rejection is retried with back-off. */
export type DeliverBatch = (batch: readonly Recorded[], upTo: Position) => Promise<void>;

/**
 * The record. An adapter MUST keep these promises, and the contract suite holds it to them:
 * - `append` resolves with `ok: true` only after the events survive a power cut;
 * - the events of one append are stored together or not at all, with adjacent revisions;
 * - an append with the same event ids, made again because its answer was lost, changes nothing and answers as the first one did;
 * - positions grow in the order in which appends are acknowledged per stream, and no event ever appears at or below
 *   a position that a reader has already been given.
 */
export interface EventStore {
  /** Appends one or more events to one stream. An empty list is a bug of the caller and is thrown. */
  append(stream: StreamId, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  /** All events of a stream; an unknown stream is empty. */
  readStream(stream: StreamId, options?: ReadStreamOptions): Promise<readonly Recorded[]>;
  /** Up to `limit` events after a position (exclusive), in log order, and the position that this reaches. */
  readAll(
    after: Position,
    limit: number,
    filter?: LogFilter,
  ): Promise<{ events: readonly Recorded[]; upTo: Position }>;
  /** The position of the newest event, 0 for an empty log. */
  head(): Promise<Position>;
  /** Everything after a position, then what comes; `upTo` also moves when nothing passes the filter. */
  subscribe(after: Position, filter: LogFilter, deliver: DeliverBatch): Subscription;
  close(): Promise<void>;
}

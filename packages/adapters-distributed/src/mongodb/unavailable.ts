import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoServerSelectionError,
  MongoStalePrimaryError,
  MongoUnexpectedServerResponseError,
} from 'mongodb';

/**
 * MongoDB cannot be reached, has no primary, or a majority did not confirm in time: it may pass. What was being written may have
 * been written all the same; whoever writes reads the checkpoint before trying again.
 */
export class MongoUnavailable extends Error {
  readonly code = 'store.unavailable';
  readonly retryable = true;

  constructor(cause: unknown) {
    super(`MongoDB is unavailable: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'MongoUnavailable';
  }
}

/**
 * Somebody else has moved the checkpoint of a collection since it was last read here, or whether this process moved it itself is
 * not known: nothing was written. The checkpoint must be read again before the next commit.
 */
export class CheckpointMoved extends Error {
  readonly code = 'checkpoint.moved';
  readonly retryable = true;

  constructor(collection: string) {
    super(`The checkpoint of ${collection} has moved since it was read here`);
    this.name = 'CheckpointMoved';
  }
}

/** A newer process has dropped the collection, because another one answers in its place; the caller is soon at an end itself. */
export class CollectionDropped extends Error {
  readonly code = 'collection.dropped';
  readonly retryable = true;

  constructor(collection: string) {
    super(`The collection ${collection} was dropped`);
    this.name = 'CollectionDropped';
  }
}

const PASSING_LABELS = [
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'RetryableWriteError',
  'ResumableChangeStreamError',
];

/** What the driver says of a server that is going, or is cut off in the middle of an answer. */
const PASSING_CLASSES = [
  MongoNetworkError,
  MongoServerSelectionError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoStalePrimaryError,
  MongoUnexpectedServerResponseError,
];

/** The driver does not export this class. */
const NO_FREE_CONNECTION = 'MongoWaitQueueTimeoutError';

/** Write conflict, lock timeout, no such transaction (it was ended by the server). */
const CONFLICTS: ReadonlySet<unknown> = new Set([112, 24, 251]);

/** Codes of the server that tell of a moment, not of a mistake: stepping down, shutting down, too slow, in conflict. */
const PASSING_CODES: ReadonlySet<unknown> = new Set([
  6, 7, 50, 64, 89, 91, 112, 133, 134, 175, 189, 202, 251, 262, 290, 9001, 10058, 10107, 11600, 11602, 13435,
  13436,
]);

/** Whether doing the same again may help. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  return (
    PASSING_CLASSES.some((passing) => error instanceof passing) ||
    error.name === NO_FREE_CONNECTION ||
    PASSING_CODES.has(error.code) ||
    PASSING_LABELS.some((label) => error.hasErrorLabel(label)) ||
    // A bulk write hides behind an error of its own what happened to it.
    (error instanceof MongoBulkWriteError && mayPass(error.errorResponse))
  );
}

/** The server has refused because of another transaction: nothing of this one is there. */
export function isConflict(error: unknown): boolean {
  return error instanceof MongoError && CONFLICTS.has(error.code);
}

/** Does the work; what may pass is rejected as `MongoUnavailable`. */
export async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw mayPass(error) ? new MongoUnavailable(error) : error;
  }
}

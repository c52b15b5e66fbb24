/**
 * The disk is full or fails: nothing of the group was acknowledged. Doing the same append again later is safe
 * (same event ids) and helps once there is space.
 */
export class StoreUnavailable extends Error {
  readonly code = 'store.unavailable';
  readonly retryable = true;

  constructor(cause: unknown) {
    super(`The event store cannot write: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'StoreUnavailable';
  }
}

const SQLITE_FULL = 13;

/** SQLite found no space; what it wrote of the transaction is undone and the connection is sound. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL;
}

/**
 * EventStoreDB did not do it within the time: away, between two leaders, or too busy. What was asked may have happened or
 * not; an append made again with the same event ids changes nothing when it did.
 */
export class EventStoreUnavailable extends Error {
  readonly code = 'store.unavailable';
  readonly retryable = true;

  constructor(cause: unknown) {
    super(`EventStoreDB does not answer: ${reasonOf(cause)}`, { cause });
    this.name = 'EventStoreUnavailable';
  }
}

/** What an error says, without where it was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What somebody wants to append. */
export interface ProposedEvent {
  /** UUID in lower case. */
  readonly id: string;
  readonly type: string;
  /** Whether its data are JSON; otherwise they are bytes. */
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as it stands in the log. */
export interface StoredEvent extends ProposedEvent {
  /** Offset of its first byte in the log file, so always above 0 and growing by the size of what stands between. */
  readonly position: number;
  readonly stream: string;
  /** From 0; `TOMBSTONE` for the event that closes a stream for ever. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** Revision of the event that closes a stream; the real server writes 2^63-1, which only 64-bit numbers hold. */
export const TOMBSTONE = Number.MAX_SAFE_INTEGER;

/** Revision of a stream without events. */
export const NO_REVISION = -1;

/** The stream that holds the metadata of a stream. */
export function metastreamOf(stream: string): string {
  return `$$${stream}`;
}

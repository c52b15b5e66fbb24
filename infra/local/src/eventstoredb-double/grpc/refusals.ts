import { Metadata, status } from '@grpc/grpc-js';
import type { Expected } from '../append/append-rules.ts';
import { NO_REVISION } from '../log/stored-event.ts';

/** A gRPC status other than OK, with the metadata by which clients tell what it means. */
export interface Refusal {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

/** Bytes of one append, 1 MiB, as the real server has it unless told otherwise. */
export const MAX_APPEND_BYTES = 1024 * 1024;

export function refusedByFault(): Refusal {
  return refusal(status.UNAVAILABLE, 'Server Is Not Ready', {});
}

export function subscriptionDropped(): Refusal {
  return refusal(status.UNAVAILABLE, 'Subscription dropped', {});
}

export function notLeader({ host, port }: { host: string; port: number }): Refusal {
  return refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
}

export function streamDeleted(stream: string): Refusal {
  return refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

/** Only deletions say it so: an append has a message of its own for it. */
export function wrongExpectedVersion(stream: string, expected: Expected, current: number): Refusal {
  const believed = expectedAsNumber(expected);
  return refusal(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${believed}, Actual version: ${current}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(believed),
      'actual-version': String(current),
    },
  );
}

export function maxAppendSizeExceeded(): Refusal {
  return refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_BYTES),
  });
}

export function invalidPosition(): Refusal {
  return refusal(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.', {});
}

export function invalidArgument(details: string): Refusal {
  return refusal(status.INVALID_ARGUMENT, details, {});
}

/** The disk did not take it. */
export function unknownError(details: string): Refusal {
  return refusal(status.UNKNOWN, details, {});
}

function refusal(code: status, details: string, said: Readonly<Record<string, string>>): Refusal {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(said)) metadata.set(key, value);
  return { code, details, metadata };
}

/** The numbers by which the real server names an expectation. */
function expectedAsNumber(expected: Expected): number {
  if (typeof expected === 'number') return expected;
  return { no_stream: NO_REVISION, any: -2, stream_exists: -4 }[expected];
}

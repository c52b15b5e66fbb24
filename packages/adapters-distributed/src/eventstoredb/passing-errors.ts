import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';

/** An answer or failure after which the same call may succeed. */
export class NoAnswer extends Error {}

/** A place in the log where no event stands: nobody got it from this log. */
const INVALID_POSITION = /invalid ?position/i;

/** Statuses that will be the same next time: a refusal, a missing right, something the server cannot do. */
const LASTING = new Set<string>([
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.INVALID_TRANSACTION,
  ErrorType.STREAM_DELETED,
  ErrorType.WRONG_EXPECTED_VERSION,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
  ErrorType.UNSUPPORTED,
]);
/** gRPC: invalid argument, permission denied, failed precondition, out of range, unimplemented. */
const LASTING_CODES = new Set([3, 7, 9, 11, 12]);
/** What the client says when no member of a cluster answered it. */
const NOT_DISCOVERED = /^Failed to discover/;
const BROKEN_OFF = new Set<unknown>(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE']);

/**
 * Whether the failure may pass, so that the call is made again: no connection, no leader, too busy, no answer in time. What the
 * call should have done may have been done all the same.
 */
export function mayPass(thrown: unknown): boolean {
  if (thrown instanceof NoAnswer) return true;
  if (!(thrown instanceof Error)) return false;
  const error = convertToCommandError(thrown);
  if (isCommandError(error))
    return !isInvalidPosition(error) && !LASTING.has(error.type) && !LASTING_CODES.has(error.code ?? 2);
  return NOT_DISCOVERED.test(error.message) || ('code' in error && BROKEN_OFF.has(error.code));
}

/** The server was asked to read from a place that is none. Up to 23 it says so in an error without a code of its own. */
export function isInvalidPosition(error: unknown): boolean {
  return error instanceof Error && INVALID_POSITION.test(error.message);
}

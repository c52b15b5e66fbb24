import { status } from '@grpc/grpc-js';
import type { Written } from '../append/append-queue.ts';
import type { Expected } from '../append/append-rules.ts';
import { NO_REVISION } from '../log/stored-event.ts';
import type { Batch } from './batch.ts';
import { type Shared, type Statuses, type Streams, shared, statuses, streams } from './protocol.ts';
import { MAX_APPEND_BYTES, type Refusal } from './refusals.ts';
import { streamIdentifier } from './uuids.ts';

/** The answer to an append of a batch. */
export function answerTo(batch: Batch, written: Written | Refusal): Streams.BatchAppendResp {
  if ('code' in written) return error(batch, 'Unknown', status.UNKNOWN, new shared.Unknown());
  switch (written.outcome) {
    case 'written':
      return answer(batch).setSuccess(success(written));
    case 'wrong-version': {
      const wrong = wrongVersion(written.current, batch.expected);
      return error(batch, 'WrongExpectedVersion', status.ALREADY_EXISTS, wrong);
    }
    case 'deleted': {
      const deleted = new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(batch.stream));
      return error(batch, 'StreamDeleted', status.NOT_FOUND, deleted);
    }
  }
}

/** The answer to an append that was never tried, or whose time is over. */
export function failure(batch: Batch, why: 'too-big' | 'timeout' | Error): Streams.BatchAppendResp {
  if (why === 'timeout') return error(batch, 'Timeout', status.DEADLINE_EXCEEDED, new shared.Timeout());
  if (why === 'too-big') {
    const exceeded = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES);
    return error(batch, 'MaximumAppendSizeExceeded', status.INVALID_ARGUMENT, exceeded);
  }
  const bad = new shared.BadRequest().setMessage(why.message);
  return error(batch, 'BadRequest', status.INVALID_ARGUMENT, bad);
}

type Details =
  | Shared.WrongExpectedVersion
  | Shared.StreamDeleted
  | Shared.Timeout
  | Shared.Unknown
  | Shared.MaximumAppendSizeExceeded
  | Shared.BadRequest;

/** `name` is both the message and the name of the type of the details. */
function error(batch: Batch, name: string, code: status, details: Details): Streams.BatchAppendResp {
  const failed = blank();
  failed.getDetails()?.pack(details.serializeBinary(), `event_store.client.${name}`);
  failed.setMessage(name);
  failed.setCode(Number(code));
  return answer(batch).setError(failed);
}

/** A status with empty details. It is read from bytes because only that makes an `Any` without a library of our own. */
function blank(): Statuses.Status {
  return statuses.Status.deserializeBinary(Uint8Array.of(0x1a, 0));
}

function answer(batch: Batch): Streams.BatchAppendResp {
  return new streams.BatchAppendResp()
    .setCorrelationId(batch.correlationId)
    .setStreamIdentifier(streamIdentifier(batch.stream));
}

function success({ revision, position }: { revision: number; position?: number }) {
  const success = new streams.BatchAppendResp.Success();
  if (revision === NO_REVISION) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) return success.setNoPosition(new shared.Empty());
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position)).setPreparePosition(String(position));
  return success.setPosition(place);
}

function wrongVersion(current: number, expected: Expected): Shared.WrongExpectedVersion {
  const version = new shared.WrongExpectedVersion();
  if (current === NO_REVISION) version.setCurrentNoStream(new shared.Empty());
  else version.setCurrentStreamRevision(String(current));
  if (expected === 'no_stream') return version.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream_exists') return version.setExpectedStreamExists(new shared.Empty());
  if (expected === 'any') return version.setExpectedAny(new shared.Empty());
  return version.setExpectedStreamPosition(String(expected));
}

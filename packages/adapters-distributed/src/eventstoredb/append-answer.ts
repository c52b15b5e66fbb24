import { AccessDeniedError, MaxAppendSizeExceededError, StreamDeletedError } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position, Revision, StreamId } from '@jiandu/eventing';
import { NoAnswer } from './passing-errors.ts';
import { positionOf } from './wire-event.ts';

/** What the server says to an append that it could decide on. */
export type AppendAnswer =
  | { readonly ok: true; readonly revision: Revision; readonly position: Position | undefined }
  | { readonly ok: false; readonly wrongRevision: Revision | 'none' };

const PACKAGE = 'event_store.client';
/** The largest number of 64 bits: a repeated append whose place is not known at the moment. */
const NO_POSITION = '18446744073709551615';

/** @throws Error when the server did not decide: lasting ones of the client's classes, otherwise `NoAnswer` */
export function appendAnswer(response: BatchAppendResp, stream: StreamId): AppendAnswer {
  const success = response.getSuccess();
  if (success !== undefined) {
    const position = success.getPosition()?.getCommitPosition();
    return {
      ok: true,
      revision: Number(success.getCurrentRevision()),
      position: position === undefined || position === NO_POSITION ? undefined : positionOf(position),
    };
  }
  const said = response.getError();
  const details = said?.getDetails();
  const wrong = details?.unpack(
    shared.WrongExpectedVersion.deserializeBinary,
    `${PACKAGE}.WrongExpectedVersion`,
  );
  if (wrong) {
    const wrongRevision = wrong.hasCurrentStreamRevision()
      ? Number(wrong.getCurrentStreamRevision())
      : 'none';
    return { ok: false, wrongRevision };
  }
  switch (details?.getTypeName()) {
    case `${PACKAGE}.AccessDenied`:
      throw new AccessDeniedError(undefined, `EventStoreDB refuses this user to append to ${stream}`);
    case `${PACKAGE}.StreamDeleted`:
      throw StreamDeletedError.fromStreamName(stream);
    case `${PACKAGE}.MaximumAppendSizeExceeded`: {
      const size = details.unpack(
        shared.MaximumAppendSizeExceeded.deserializeBinary,
        `${PACKAGE}.MaximumAppendSizeExceeded`,
      );
      throw MaxAppendSizeExceededError.fromMaxAppendSize(size?.getMaxappendsize() ?? 0);
    }
    case `${PACKAGE}.BadRequest`:
      throw new RangeError(`EventStoreDB cannot take this append to ${stream}: ${badRequest(details)}`);
    default:
      // Timeout, not ready, too busy, no leader known, or something unforeseen: undecided in any case.
      throw new NoAnswer(said?.getMessage() || `undecided: ${details?.getTypeName() ?? 'no reason given'}`);
  }
}

type Details = NonNullable<ReturnType<NonNullable<ReturnType<BatchAppendResp['getError']>>['getDetails']>>;

function badRequest(details: Details): string {
  return (
    details.unpack(shared.BadRequest.deserializeBinary, `${PACKAGE}.BadRequest`)?.getMessage() ??
    'no reason given'
  );
}

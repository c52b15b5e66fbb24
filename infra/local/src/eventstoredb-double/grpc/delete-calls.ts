import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { expectedRevision } from './append-call.ts';
import { passGate } from './gate.ts';
import { type Streams, shared, streams } from './protocol.ts';
import { invalidArgument, type Refusal, streamDeleted, wrongExpectedVersion } from './refusals.ts';
import type { DoubleState } from './state.ts';
import { streamNameOf } from './uuids.ts';
import { writeUnderFaults } from './write.ts';

/** `Streams/Delete`: soft, the next append brings the stream back. */
export async function deleteCall(
  state: DoubleState,
  call: ServerUnaryCall<Streams.DeleteReq, Streams.DeleteResp>,
  answer: sendUnaryData<Streams.DeleteResp>,
) {
  const removed = await remove(state, call, call.request.getOptions(), false);
  if (removed === 'cut') return;
  if (typeof removed === 'object') return answer(removed);
  const response = new streams.DeleteResp();
  if (removed === undefined) return answer(null, response.setNoPosition(new shared.Empty()));
  const position = new streams.DeleteResp.Position();
  position.setCommitPosition(String(removed)).setPreparePosition(String(removed));
  answer(null, response.setPosition(position));
}

/** `Streams/Tombstone`: for ever. */
export async function tombstoneCall(
  state: DoubleState,
  call: ServerUnaryCall<Streams.TombstoneReq, Streams.TombstoneResp>,
  answer: sendUnaryData<Streams.TombstoneResp>,
) {
  const removed = await remove(state, call, call.request.getOptions(), true);
  if (removed === 'cut') return;
  if (typeof removed === 'object') return answer(removed);
  const response = new streams.TombstoneResp();
  if (removed === undefined) return answer(null, response.setNoPosition(new shared.Empty()));
  const position = new streams.TombstoneResp.Position();
  position.setCommitPosition(String(removed)).setPreparePosition(String(removed));
  answer(null, response.setPosition(position));
}

async function remove(
  state: DoubleState,
  call: { getPeer(): string },
  options: Streams.DeleteReq.Options | Streams.TombstoneReq.Options | undefined,
  forEver: boolean,
): Promise<number | undefined | Refusal | 'cut'> {
  const refusal = await passGate(state, 'delete');
  if (refusal !== undefined) return refusal;
  if (options === undefined) return invalidArgument('No stream was named');
  const stream = streamNameOf(options.getStreamIdentifier());
  const expected = expectedRevision(options);
  const written = await writeUnderFaults(state, { kind: 'delete', stream, expected, forEver }, call);
  if (written === 'cut' || 'code' in written) return written;
  if (written.outcome === 'deleted') return streamDeleted(stream);
  if (written.outcome === 'wrong-version') return wrongExpectedVersion(stream, expected, written.current);
  return written.position;
}

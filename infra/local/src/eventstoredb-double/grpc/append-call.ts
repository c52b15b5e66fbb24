import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Written } from '../append/append-queue.ts';
import type { Expected } from '../append/append-rules.ts';
import { NO_REVISION, type ProposedEvent } from '../log/stored-event.ts';
import { passGate } from './gate.ts';
import { MalformedEvent, proposedEvent, sizeOf } from './proposed.ts';
import { type Streams, shared, streams } from './protocol.ts';
import {
  invalidArgument,
  MAX_APPEND_BYTES,
  maxAppendSizeExceeded,
  type Refusal,
  streamDeleted,
} from './refusals.ts';
import type { DoubleState } from './state.ts';
import { streamNameOf } from './uuids.ts';
import { writeUnderFaults } from './write.ts';

type Call = ServerReadableStream<Streams.AppendReq, Streams.AppendResp>;

/** `Streams/Append`: one append a call, event by event. */
export async function appendCall(state: DoubleState, call: Call, answer: sendUnaryData<Streams.AppendResp>) {
  const received = await receive(call);
  const refusal = (await passGate(state, 'append')) ?? ('code' in received ? received : undefined);
  if (refusal !== undefined || 'code' in received) return answer(refusal ?? null);
  const { stream, expected, events } = received;
  const written = await writeUnderFaults(state, { kind: 'append', stream, expected, events }, call);
  if (written === 'cut') return;
  if ('code' in written) return answer(written);
  if (written.outcome === 'deleted') return answer(streamDeleted(stream));
  answer(null, response(written, expected));
}

interface Received {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

async function receive(call: Call): Promise<Received | Refusal> {
  let stream: string | undefined;
  let expected: Expected = 'any';
  let size = 0;
  const events: ProposedEvent[] = [];
  try {
    for await (const message of call as AsyncIterable<Streams.AppendReq>) {
      const options = message.getOptions();
      const proposed = message.getProposedMessage();
      if (options !== undefined) {
        stream = streamNameOf(options.getStreamIdentifier());
        expected = expectedRevision(options);
      } else if (proposed !== undefined) {
        const event = proposedEvent(proposed);
        size += sizeOf(event);
        events.push(event);
      }
    }
  } catch (error) {
    if (error instanceof MalformedEvent) return invalidArgument(error.message);
    throw error;
  }
  if (size > MAX_APPEND_BYTES) return maxAppendSizeExceeded();
  return stream === undefined ? invalidArgument('No stream was named') : { stream, expected, events };
}

/** What a caller believes of a stream, as appends and deletions say it. */
export function expectedRevision(
  options: Streams.AppendReq.Options | Streams.DeleteReq.Options | Streams.TombstoneReq.Options,
): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return options.hasRevision() ? Number(options.getRevision()) : 'any';
}

function response(written: Exclude<Written, { outcome: 'deleted' }>, expected: Expected): Streams.AppendResp {
  const response = new streams.AppendResp();
  if (written.outcome === 'wrong-version')
    return response.setWrongExpectedVersion(wrong(written.current, expected));
  const success = new streams.AppendResp.Success();
  if (written.revision === NO_REVISION) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(written.revision));
  if (written.position === undefined) success.setNoPosition(new shared.Empty());
  else {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(written.position)).setPreparePosition(String(written.position));
    success.setPosition(position);
  }
  return response.setSuccess(success);
}

function wrong(current: number, expected: Expected): Streams.AppendResp.WrongExpectedVersion {
  const version = new streams.AppendResp.WrongExpectedVersion();
  if (current === NO_REVISION) version.setCurrentNoStream(new shared.Empty());
  else version.setCurrentRevision(String(current));
  if (expected === 'no_stream') return version.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream_exists') return version.setExpectedStreamExists(new shared.Empty());
  if (expected === 'any') return version.setExpectedAny(new shared.Empty());
  return version.setExpectedRevision(String(expected));
}

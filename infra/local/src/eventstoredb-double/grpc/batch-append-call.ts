import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Written } from '../append/append-queue.ts';
import type { Expected } from '../append/append-rules.ts';
import type { Batch } from './batch.ts';
import { answerTo, failure } from './batch-answers.ts';
import { passGate } from './gate.ts';
import { MalformedEvent, proposedEvent, sizeOf } from './proposed.ts';
import type { Streams } from './protocol.ts';
import { MAX_APPEND_BYTES, type Refusal } from './refusals.ts';
import type { DoubleState } from './state.ts';
import { streamNameOf, textOfUuid } from './uuids.ts';
import { writeUnderFaults } from './write.ts';

type Call = ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>;

/** `Streams/BatchAppend`: many appends over one call, each answered by its correlation id when it is durable. */
export function batchAppendCall(state: DoubleState, call: Call): void {
  const arriving = new Map<string, Batch>();
  let unanswered = 0;
  let ended = false;
  const finish = () => ended && unanswered === 0 && call.end();
  call.on('data', (message: Streams.BatchAppendReq) => {
    const whole = receive(arriving, message, (batch, answer) => call.write(failure(batch, answer)));
    if (whole === undefined) return;
    unanswered += 1;
    void serve(state, call, whole).finally(() => {
      unanswered -= 1;
      finish();
    });
  });
  call.on('end', () => {
    ended = true;
    finish();
  });
  call.on('error', () => undefined);
}

/** Adds a message to its append; answers the append when it is complete. */
function receive(
  arriving: Map<string, Batch>,
  message: Streams.BatchAppendReq,
  refuse: (batch: Batch, why: 'too-big' | 'timeout' | Error) => void,
): Batch | undefined {
  const correlation = textOfUuid(message.getCorrelationId());
  const options = message.getOptions();
  if (options !== undefined) arriving.set(correlation, begun(message, options));
  const batch = arriving.get(correlation);
  if (batch === undefined) return undefined;
  try {
    for (const proposed of message.getProposedMessagesList()) {
      const event = proposedEvent(proposed);
      batch.size += sizeOf(event);
      batch.events.push(event);
    }
  } catch (error) {
    if (!(error instanceof MalformedEvent)) throw error;
    arriving.delete(correlation);
    refuse(batch, error);
    return undefined;
  }
  if (batch.size > MAX_APPEND_BYTES) {
    arriving.delete(correlation);
    refuse(batch, 'too-big');
    return undefined;
  }
  if (!message.getIsFinal()) return undefined;
  arriving.delete(correlation);
  return batch;
}

async function serve(state: DoubleState, call: Call, batch: Batch): Promise<void> {
  const { stream, expected, events, deadline } = batch;
  const late = new Promise<'timeout'>((resolve) => {
    const wait = deadline - Date.now();
    if (wait < 2 ** 31) setTimeout(resolve, Math.max(wait, 0), 'timeout').unref();
  });
  const writing = (async (): Promise<Written | Refusal | 'cut' | 'refused'> => {
    const refusal = await passGate(state, 'append');
    if (refusal !== undefined) {
      call.emit('error', refusal);
      return 'refused';
    }
    return writeUnderFaults(state, { kind: 'append', stream, expected, events }, call);
  })();
  const written = await Promise.race([writing, late]);
  if (written === 'cut' || written === 'refused' || call.cancelled) return;
  call.write(written === 'timeout' ? failure(batch, 'timeout') : answerTo(batch, written));
}

function begun(message: Streams.BatchAppendReq, options: Streams.BatchAppendReq.Options): Batch {
  return {
    correlationId: message.getCorrelationId(),
    stream: streamNameOf(options.getStreamIdentifier()),
    expected: believed(options),
    deadline: options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY,
    events: [],
    size: 0,
  };
}

function believed(options: Streams.BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return options.hasStreamPosition() ? Number(options.getStreamPosition()) : 'any';
}

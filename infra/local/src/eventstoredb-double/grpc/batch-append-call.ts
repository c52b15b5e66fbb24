import { setTimeout as pause } from 'node:timers/promises';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Expected } from '../append/append-rules.ts';
import type { Batch } from './batch.ts';
import { answerTo, failure } from './batch-answers.ts';
import { passGate } from './gate.ts';
import { MalformedEvent, proposedEvent, sizeOf } from './proposed.ts';
import type { Streams } from './protocol.ts';
import { MAX_APPEND_BYTES } from './refusals.ts';
import type { DoubleState } from './state.ts';
import { streamNameOf, textOfUuid } from './uuids.ts';
import { writeUnderFaults } from './write.ts';

/** What a timer can wait, about 25 days. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

type Call = ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>;

/** `Streams/BatchAppend`: many appends over one call, each answered by its correlation id when it is durable. */
export function batchAppendCall(state: DoubleState, call: Call): void {
  const arriving = new Map<string, Batch>();
  let unanswered = 0;
  let ended = false;
  let over = false;
  const answer = (response: Streams.BatchAppendResp | undefined) => {
    if (response !== undefined && !over && !call.cancelled) call.write(response);
  };
  const finish = () => {
    if (ended && unanswered === 0 && !over) call.end();
  };
  call.on('data', (message: Streams.BatchAppendReq) => {
    const batch = receive(arriving, message, answer);
    if (batch === undefined) return;
    unanswered += 1;
    serve(state, call, batch)
      .then(answer, (refusal: unknown) => {
        if (!over) call.emit('error', refusal);
        over = true;
      })
      .finally(() => {
        unanswered -= 1;
        finish();
      });
  });
  call.on('end', () => {
    ended = true;
    finish();
  });
  call.on('error', () => {
    over = true;
  });
}

/** Adds a message to its append; answers the append when it is complete. */
function receive(
  arriving: Map<string, Batch>,
  message: Streams.BatchAppendReq,
  answer: (response: Streams.BatchAppendResp) => void,
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
    answer(failure(batch, error));
    return undefined;
  }
  if (batch.size > MAX_APPEND_BYTES) {
    arriving.delete(correlation);
    answer(failure(batch, 'too-big'));
    return undefined;
  }
  if (!message.getIsFinal()) return undefined;
  arriving.delete(correlation);
  return batch;
}

/** The answer to an append, or nothing after its connection was cut. Rejects with what ends the whole call. */
async function serve(
  state: DoubleState,
  call: Call,
  batch: Batch,
): Promise<Streams.BatchAppendResp | undefined> {
  const answered = new AbortController();
  const wait = Math.min(Math.max(batch.deadline - Date.now(), 0), LONGEST_WAIT_MS);
  const late = pause(wait, 'timeout' as const, { signal: answered.signal, ref: false });
  late.catch(() => undefined);
  try {
    const written = await Promise.race([write(state, call, batch), late]);
    if (written === 'cut') return undefined;
    return written === 'timeout' ? failure(batch, written) : answerTo(batch, written);
  } finally {
    answered.abort();
  }
}

async function write(state: DoubleState, call: Call, { stream, expected, events }: Batch) {
  const refusal = await passGate(state, 'append');
  if (refusal !== undefined) throw refusal;
  return writeUnderFaults(state, { kind: 'append', stream, expected, events }, call);
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

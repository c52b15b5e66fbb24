import { status } from '@grpc/grpc-js';
import type { StoredEvent } from '../log/stored-event.ts';
import { InvalidPosition, readAll, readStream, StreamIsDeleted, streamIsThere } from '../read/reading.ts';
import { SubscriptionDropped } from '../read/subscription.ts';
import { passGate } from './gate.ts';
import type { Streams } from './protocol.ts';
import { eventAnswer, notFoundAnswer } from './read-answers.ts';
import { filterOf, positionOf, revisionOf } from './read-request.ts';
import { type ReadCall, write } from './read-stream.ts';
import { invalidArgument, invalidPosition, streamDeleted, subscriptionDropped } from './refusals.ts';
import type { DoubleState } from './state.ts';
import { subscribeCall } from './subscribe-call.ts';
import { streamNameOf } from './uuids.ts';

/** `Streams/Read`: reads and subscriptions, of one stream or of the whole log. */
export async function readCall(state: DoubleState, call: ReadCall): Promise<void> {
  call.on('error', () => undefined);
  const options = call.request.getOptions();
  if (options === undefined) return fail(call, invalidArgument('Options are missing'));
  const refusal = await passGate(state, options.hasSubscription() ? 'subscribe' : 'read');
  if (refusal !== undefined) return fail(call, refusal);
  try {
    if (options.hasSubscription()) await subscribeCall(state, call, options);
    else await read(state, call, options);
    call.end();
  } catch (error) {
    if (error instanceof StreamIsDeleted) return fail(call, streamDeleted(error.message));
    if (error instanceof InvalidPosition) return fail(call, invalidPosition());
    if (error instanceof SubscriptionDropped) return fail(call, subscriptionDropped());
    if (error instanceof SyntaxError) return fail(call, invalidArgument(error.message));
    fail(call, { code: status.INTERNAL, details: String(error) });
  }
}

async function read({ index }: DoubleState, call: ReadCall, options: Streams.ReadReq.Options): Promise<void> {
  const direction = options.getReadDirection() === BACKWARDS ? 'backwards' : 'forwards';
  const wanted = options.getStream();
  const all = options.getAll();
  if (wanted !== undefined) {
    const stream = streamNameOf(wanted.getStreamIdentifier());
    if (!streamIsThere(index, stream)) {
      call.write(notFoundAnswer(stream));
      return;
    }
    const events = readStream(index, stream, revisionOf(wanted), direction);
    await send(call, options, events);
  } else if (all !== undefined) {
    const filter = filterOf(options.getFilter());
    await send(call, options, readAll(index, positionOf(all), direction, filter));
  }
}

const BACKWARDS = 1;

async function send(call: ReadCall, options: Streams.ReadReq.Options, events: Iterable<StoredEvent>) {
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  let left = Number(options.getCount());
  for (const event of events) {
    if (left <= 0 || call.cancelled) return;
    left -= 1;
    await write(call, eventAnswer(event, structured));
  }
}

function fail(call: ReadCall, refusal: object): void {
  call.emit('error', refusal);
}

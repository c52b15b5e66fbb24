import { randomUUID } from 'node:crypto';
import type { LogIndex } from '../log/log-index.ts';
import { TOMBSTONE } from '../log/stored-event.ts';
import { firstShown } from '../log/stream-limits.ts';
import { numberAt, StreamIsDeleted } from '../read/reading.ts';
import { type SubscriptionWanted, subscribe } from '../read/subscription.ts';
import type { Streams } from './protocol.ts';
import { confirmationAnswer, noticeAnswer } from './read-answers.ts';
import { filterOf, positionOf, revisionOf } from './read-request.ts';
import { type ReadCall, write } from './read-stream.ts';
import type { DoubleState } from './state.ts';
import { streamNameOf } from './uuids.ts';

/** Events looked at between two checkpoints, for each unit of the caller's interval, unless it names a window. */
const USUAL_WINDOW = 32;

/** A catch-up subscription. The place where it begins was handled already: it is given what comes behind it. */
export async function subscribeCall(
  { index, faults }: DoubleState,
  call: ReadCall,
  options: Streams.ReadReq.Options,
): Promise<void> {
  const wanted = subscriptionOf(index, options);
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  const gone = new AbortController();
  const leave = () => gone.abort();
  call.once('cancelled', leave).once('close', leave);
  await write(call, confirmationAnswer(randomUUID()));
  await subscribe(index, (listener) => faults.onArmed(listener), wanted, {
    send: (notice) => write(call, noticeAnswer(notice, structured)),
    dropped: () => faults.strikes('drop-subscription', 'subscribe') !== undefined,
    gone: gone.signal,
  });
}

function subscriptionOf(index: LogIndex, options: Streams.ReadReq.Options): SubscriptionWanted {
  const oneStream = options.getStream();
  if (oneStream !== undefined) return streamSubscription(index, oneStream);
  const all = options.getAll();
  const position = all === undefined ? 0 : positionOf(all);
  const filter = options.getFilter();
  const window = filter?.hasMax() ? filter.getMax() : USUAL_WINDOW;
  return {
    events: () => index.all,
    from: numberBehind(index, position),
    filter: filterOf(filter),
    ...(filter && { checkpointEvery: Math.max(filter.getCheckpointintervalmultiplier(), 1) * window }),
  };
}

/** A stream that need not exist yet; its tombstone ends the subscription. */
function streamSubscription(
  index: LogIndex,
  options: Streams.ReadReq.Options.StreamOptions,
): SubscriptionWanted {
  const stream = streamNameOf(options.getStreamIdentifier());
  if (index.isTombstoned(stream)) throw new StreamIsDeleted(stream);
  const from = options.hasRevision() ? revisionOf(options) : -1;
  return {
    events: () => index.events(stream),
    from: options.hasEnd() || from === 'end' ? index.events(stream).length : from + 1,
    filter: ({ revision }) => {
      if (revision === TOMBSTONE) throw new StreamIsDeleted(stream);
      return revision >= firstShown(index.limits(stream), index.lastRevision(stream));
    },
  };
}

function numberBehind(index: LogIndex, position: number | 'end'): number {
  if (position === 'end') return index.all.length;
  if (position === 0) return 0;
  return Math.min(numberAt(index, position) + 1, index.all.length);
}

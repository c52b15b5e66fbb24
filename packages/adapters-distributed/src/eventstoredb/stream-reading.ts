import type { ReadStreamOptions, Revision, StreamId } from '@jiandu/eventing';
import type { Calls } from './connection.ts';
import { messagesOf } from './messages.ts';
import { streamRequest } from './read-requests.ts';
import { eventsOf, type WireEvent } from './wire-event.ts';

/** Events of a stream, read once: what goes wrong is thrown. A stream that does not exist is empty. */
export async function readStreamOnce(
  connection: Calls,
  stream: StreamId,
  { from, direction = 'forwards', limit = Number.MAX_SAFE_INTEGER }: ReadStreamOptions = {},
): Promise<WireEvent[]> {
  const events: WireEvent[] = [];
  if (limit <= 0) return events;
  const request = streamRequest({ stream, direction, limit, ...(from === undefined ? {} : { from }) });
  for await (const piece of messagesOf(connection.read(request), { longestMs: connection.answerMs })) {
    events.push(...eventsOf(piece));
  }
  return events;
}

/** Where some events stand in a stream, one after the other and in this order, when the first of them stands at a revision. */
export function standAt(
  events: readonly WireEvent[],
  ids: readonly string[],
  first: Revision,
): WireEvent | undefined {
  const start = events.findIndex(({ revision }) => revision === first);
  if (start < 0 || !ids.every((id, index) => events[start + index]?.id === id)) return undefined;
  return events[start + ids.length - 1];
}

import type { LogIndex } from '../log/log-index.ts';
import type { StoredEvent } from '../log/stored-event.ts';
import { firstShown } from '../log/stream-limits.ts';
import type { EventFilter } from './event-filter.ts';

export type Direction = 'forwards' | 'backwards';

/** The stream was closed for ever. */
export class StreamIsDeleted extends Error {}

/** A position of `$all` at which no event stands. */
export class InvalidPosition extends Error {}

/**
 * Events of a stream, from this revision on, inclusive. `undefined` when the stream does not exist or shows nothing
 * because it was soft-deleted.
 * @throws StreamIsDeleted
 */
export function* readStream(
  index: LogIndex,
  stream: string,
  from: number | 'end',
  direction: Direction,
): Generator<StoredEvent> {
  const events = index.events(stream);
  const last = events.length - 1;
  const first = firstShown(index.limits(stream), last);
  if (direction === 'forwards') {
    if (from === 'end') return;
    for (let at = Math.max(from, first); at <= last; at++) yield present(events[at]);
  } else {
    for (let at = Math.min(from === 'end' ? last : from, last); at >= first; at--) yield present(events[at]);
  }
}

/** Whether readers find the stream. @throws StreamIsDeleted */
export function streamIsThere(index: LogIndex, stream: string): boolean {
  if (index.isTombstoned(stream)) throw new StreamIsDeleted(stream);
  return index.events(stream).length > 0 && index.limits(stream).truncateBefore !== Number.POSITIVE_INFINITY;
}

/**
 * Events of the whole log in order: forwards from the position on, inclusive; backwards those before it, as the real
 * server does.
 * @throws InvalidPosition
 */
export function* readAll(
  index: LogIndex,
  from: number | 'end',
  direction: Direction,
  filter: EventFilter,
): Generator<StoredEvent> {
  const { all } = index;
  const end = all.length;
  const start = from === 'end' ? end : numberAt(index, from);
  if (direction === 'forwards') {
    for (let at = start; at < end; at++) if (filter(present(all[at]))) yield present(all[at]);
  } else {
    for (let at = start - 1; at >= 0; at--) if (filter(present(all[at]))) yield present(all[at]);
  }
}

/**
 * Number of the event that stands at a position; 0 begins the log, and behind its end nothing stands.
 * @throws InvalidPosition for a place between two events, where the real server finds no record either
 */
export function numberAt(index: LogIndex, position: number): number {
  const number = index.at(position);
  const event = index.all[number];
  if (position !== 0 && event !== undefined && event.position !== position) throw new InvalidPosition();
  return number;
}

function present(event: StoredEvent | undefined): StoredEvent {
  if (event === undefined) throw new RangeError('no event here');
  return event;
}

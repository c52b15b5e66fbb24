import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogFilter, Position, Recorded } from '@jiandu/eventing';
import type { Connection } from './connection.ts';
import { messagesOf, type Patience } from './messages.ts';
import { isInvalidPosition } from './passing-errors.ts';
import { logRequest, newestRequest, type Wanted } from './read-requests.ts';
import { eventsOf, type WireEvent } from './wire-event.ts';

/** A stretch of the log. */
export interface Stretch {
  readonly events: readonly Recorded[];
  readonly upTo: Position;
}

/** A search through everything for a few events has nothing to say for long; then it is asked whether the server still answers. */
const SEARCH_SILENCE_MS = 15_000;
/** So many of the newest events are looked at, one after the other, before the server is asked to search. */
const GLANCES = [1, 16];

/** Reads the log, once: what goes wrong is thrown. */
export class LogReading {
  readonly #connection: Connection;
  /** Everything up to here was looked at, and the newest event of ours in it stands there. */
  #known = { upTo: 0, head: 0 };

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * The position of the newest event of ours. It asks for the few newest events only: what the server itself writes all the time,
   * its statistics, is looked at once.
   */
  async head(): Promise<Position> {
    const known = this.#known;
    let upTo = 0;
    for (const glance of GLANCES) {
      const newest = await this.#all(newestRequest('everything', glance), this.#connection.answerMs);
      upTo = newest[0]?.position ?? 0;
      for (const event of newest) {
        if (event.position <= known.upTo) return this.#learn(upTo, known.head);
        if (!event.isTheServersOwn) return this.#learn(upTo, event.position);
      }
      if (newest.length < glance) return this.#learn(upTo, 0);
    }
    const [ours] = await this.#all(newestRequest('ours', 1), SEARCH_SILENCE_MS);
    return this.#learn(upTo, ours?.position ?? 0);
  }

  /** Up to `limit` events after a position. */
  async stretch(after: Position, limit: number, filter: LogFilter): Promise<Stretch> {
    const { categories } = filter;
    if (categories?.length === 0) return { events: [], upTo: Math.max(after, await this.head()) };
    // Known before the events are read: an event that comes meanwhile must not lie below what is said to be reached.
    const head = categories === undefined ? 0 : await this.head();
    const events: Recorded[] = [];
    let last = after;
    for await (const piece of this.piecesAfter(after, wantedBy(filter), { limit })) {
      for (const { position, event } of piece) {
        last = position;
        if (event !== undefined) events.push(event);
        if (events.length === limit) return { events, upTo: last };
      }
    }
    return { events, upTo: Math.max(last, head) };
  }

  /**
   * What there is after a position at the moment, in the pieces in which it comes; a reader that does not ask for the next one
   * holds the server back. The limit only spares the server work. A position that is none of this log costs reading it from
   * its beginning.
   */
  async *piecesAfter(
    after: Position,
    wanted: Wanted,
    {
      limit = Number.MAX_SAFE_INTEGER,
      signal,
    }: { readonly limit?: number; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<readonly WireEvent[]> {
    const patience: Patience = {
      longestMs: SEARCH_SILENCE_MS,
      justified: () => this.head().then(() => true),
      ...(signal === undefined ? {} : { signal }),
    };
    const isAfter = ({ position }: WireEvent) => position > after;
    try {
      // The server begins with the event that stands there.
      const count = Math.min(limit + 1, Number.MAX_SAFE_INTEGER);
      for await (const piece of this.#pieces(logRequest(after, wanted, count), patience))
        yield piece.filter(isAfter);
    } catch (error) {
      if (!isInvalidPosition(error) || after === 0) throw error;
      for await (const piece of this.#pieces(logRequest(0, wanted, Number.MAX_SAFE_INTEGER), patience))
        yield piece.filter(isAfter);
    }
  }

  async *#pieces(request: ReadReq, patience: Patience): AsyncGenerator<readonly WireEvent[]> {
    for await (const messages of messagesOf(this.#connection.read(request), patience))
      yield eventsOf(messages);
  }

  async #all(request: ReadReq, longestMs: number): Promise<readonly WireEvent[]> {
    const events: WireEvent[] = [];
    for await (const piece of this.#pieces(request, { longestMs })) events.push(...piece);
    return events;
  }

  #learn(upTo: Position, head: Position): Position {
    // Two who ask at once may be answered in the other order.
    if (upTo > this.#known.upTo) this.#known = { upTo, head };
    return head;
  }
}

/** What to ask the server for, so that it sends what passes the filter. */
export function wantedBy({ categories }: LogFilter): Wanted {
  return categories === undefined ? 'ours' : { categories };
}

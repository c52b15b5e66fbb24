import type { Appended, ExpectedRevision, NewEvent, Position, StreamId } from '@jiandu/eventing';
import type { LogConnection } from './log-connection.ts';
import { bodyOf, type LogEntry } from './log-entry.ts';
import type { LogTail } from './log-tail.ts';
import { isDiskFull, StoreUnavailable } from './store-unavailable.ts';
import { NO_STREAM, type StreamHead, StreamHeads } from './stream-heads.ts';

/** What one group did: one transaction, one fsync. */
export interface GroupReport {
  readonly appends: number;
  readonly events: number;
}

interface Request {
  readonly stream: StreamId;
  readonly ids: readonly string[];
  /** Texts are made when the append is asked for: later changes to the caller's objects do not reach the log. */
  readonly bodies: readonly string[];
  readonly expected: ExpectedRevision;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

const MAX_EVENT_CHARACTERS = 16 * 1024 * 1024;

/**
 * Appends asked for in the same turn of the event loop share one transaction and one fsync. An append that is refused
 * writes nothing and leaves its neighbours alone; when the disk fails, the whole group is rejected with
 * `StoreUnavailable` and nothing of it is in the log.
 */
export class GroupCommit {
  readonly #connection: LogConnection;
  readonly #heads = new StreamHeads();
  readonly #tail: LogTail;
  readonly #committed: (report: GroupReport) => void;
  #queue: Request[] = [];
  #head: Position;
  #doubtful = false;

  constructor(connection: LogConnection, tail: LogTail, committed: (report: GroupReport) => void) {
    this.#connection = connection;
    this.#tail = tail;
    this.#committed = committed;
    this.#head = connection.log.head();
  }

  /** Position of the newest event on disk. */
  get head(): Position {
    return this.#head;
  }

  /** @throws RangeError, as a rejection, for an empty list or an event over 16 Mi characters */
  append(stream: StreamId, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (stream === '') throw new RangeError('Append to a stream without a name');
      if (events.length === 0) throw new RangeError(`Append of no events to ${stream}`);
      const bodies = events.map(bodyOf);
      if (bodies.some((body) => body.length > MAX_EVENT_CHARACTERS)) {
        throw new RangeError(`Event of more than ${MAX_EVENT_CHARACTERS} characters for ${stream}`);
      }
      if (this.#queue.length === 0) setImmediate(() => this.flush());
      this.#queue.push({ stream, ids: events.map(({ id }) => id), bodies, expected, resolve, reject });
    });
  }

  /** Writes what is queued; there is nothing to wait for when it returns. */
  flush(): void {
    const requests = this.#queue;
    if (requests.length === 0) return;
    this.#queue = [];
    const entries: LogEntry[] = [];
    const answers: (Appended | Error)[] = [];
    try {
      if (this.#doubtful) this.#resume();
      this.#connection.log.transact(() => {
        for (const request of requests) answers.push(this.#write(request, entries));
      });
    } catch (error) {
      this.#abandon(error);
      for (const request of requests) request.reject(new StoreUnavailable(error));
      return;
    }
    this.#head += entries.length;
    this.#tail.push(entries);
    for (const [index, request] of requests.entries()) settle(request, answers[index]);
    this.#committed({ appends: requests.length, events: entries.length });
  }

  /**
   * A full disk leaves the connection sound. After any other failure nobody knows what reached the disk, so the next
   * group begins with a new connection; if the failed group is there after all, its appenders' repetition is recognised.
   */
  #abandon(error: unknown): void {
    this.#heads.forget();
    if (isDiskFull(error)) return;
    this.#connection.renew();
    this.#doubtful = true;
  }

  #resume(): void {
    this.#head = this.#connection.log.head();
    this.#tail.forget();
    this.#doubtful = false;
  }

  #write(request: Request, entries: LogEntry[]): Appended | Error {
    const { stream, expected } = request;
    const newest = this.#newest(stream);
    const believed =
      expected === 'any' ? newest.revision : expected === 'none' ? NO_STREAM.revision : expected;
    const before =
      expected === 'any' ? this.#connection.log.placeOfUnplaced(request.ids[0] ?? '') : undefined;
    if (before !== undefined || believed !== newest.revision) {
      const repeated = this.#repeated(request, before ?? { stream, revision: believed + 1 });
      if (repeated) return repeated;
      if (before !== undefined) return new Error(`Event ${request.ids[0]} is already in ${before.stream}`);
      return { ok: false, wrongRevision: newest.position === 0 ? 'none' : newest.revision };
    }
    let { revision, position: previous } = newest;
    for (const [index, body] of request.bodies.entries()) {
      const entry = {
        position: this.#head + entries.length + 1,
        stream,
        revision: ++revision,
        previous,
        body,
      };
      this.#connection.log.insert(entry, request.ids[index] ?? '', expected === 'any');
      entries.push(entry);
      previous = entry.position;
    }
    this.#heads.set(stream, { revision, position: previous });
    return { ok: true, revision, position: previous };
  }

  #newest(stream: StreamId): StreamHead {
    const known = this.#heads.get(stream);
    if (known !== undefined) return known;
    const read = this.#connection.log.streamHead(stream);
    this.#heads.set(stream, read);
    return read;
  }

  /** The answer the first append got, when these very events already stand where it put them. */
  #repeated(request: Request, place: { stream: StreamId; revision: number }): Appended | undefined {
    if (place.stream !== request.stream) return undefined;
    const stored = this.#connection.log.readStream(place.stream, {
      from: place.revision,
      limit: request.ids.length,
    });
    const last = stored.at(-1);
    const same = stored.length === request.ids.length && stored.every(({ id }, i) => id === request.ids[i]);
    return same && last ? { ok: true, revision: last.revision, position: last.position } : undefined;
  }
}

function settle(request: Request, answer: Appended | Error | undefined): void {
  if (answer === undefined || answer instanceof Error)
    request.reject(answer ?? new Error('Append without an answer'));
  else request.resolve(answer);
}

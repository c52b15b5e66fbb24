import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Appended, ExpectedRevision, NewEvent, Position, Revision, StreamId } from '@jiandu/eventing';
import { again } from './again.ts';
import { AppendCall } from './append-call.ts';
import type { Calls } from './connection.ts';
import { inTime } from './messages.ts';
import { NoAnswer } from './passing-errors.ts';
import { readStreamOnce, standAt } from './stream-reading.ts';
import type { WireEvent } from './wire-event.ts';
import { proposed } from './wire-event.ts';

/** The server's message limit is 4 MiB; a larger one would end the call for all others that are on it. */
const LARGEST_EVENT = 3.5 * 1024 * 1024;

interface Append {
  readonly stream: StreamId;
  readonly ids: readonly string[];
  readonly events: readonly BatchAppendReq.ProposedMessage[];
  readonly expected: ExpectedRevision;
}

/**
 * Appends, all of them on one call. An append that was not answered is made again with the same ids; that changes nothing when
 * the first one was done after all. With an expected revision the server itself sees to that, for ever; for `any` it only
 * remembers the newest ids, and none after it was started again, so the stream is searched for them first.
 */
export class Appending {
  readonly #connection: Calls;
  readonly #patienceMs: number;
  #opening: Promise<AppendCall> | undefined;

  constructor(connection: Calls, patienceMs: number) {
    this.#connection = connection;
    this.#patienceMs = patienceMs;
  }

  /**
   * @throws RangeError for no events, or one that no message can carry
   * @throws EventStoreUnavailable when nobody answered within the patience: it may be stored or not
   */
  async append(stream: StreamId, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    if (events.length === 0) throw new RangeError('An append needs at least one event');
    // Made before anything is awaited: what the caller does to its objects afterwards is none of the log's business.
    const messages = events.map(proposed);
    for (const message of messages) mustFit(message, stream);
    const append: Append = { stream, ids: events.map(({ id }) => id), events: messages, expected };
    return again(this.#patienceMs, async (attempt) => {
      if (expected === 'any') {
        const before = await this.#searched(append);
        if (before !== undefined) return before;
      }
      const answer = await (await this.#call()).send(append, this.#connection.answerMs);
      if (answer.ok) {
        const position = answer.position ?? (await this.#positionOf(stream, answer.revision));
        return { ok: true, revision: answer.revision, position };
      }
      const own = attempt > 1 ? await this.#ownEarlierTry(append) : undefined;
      return own ?? answer;
    });
  }

  /** Whoever still waits learns that there will be no answer. */
  async close(): Promise<void> {
    await this.#opening?.then(
      (call) => call.cancel(),
      () => undefined,
    );
  }

  /** The call that is open, or a new one. */
  async #call(): Promise<AppendCall> {
    const opening = this.#opening;
    const open = await opening?.catch(() => undefined);
    if (open !== undefined && !open.isOver) return open;
    // Of those who waited, the first opens the next one for all.
    if (this.#opening !== opening && this.#opening !== undefined) return this.#opening;
    this.#opening = this.#open();
    return this.#opening;
  }

  async #open(): Promise<AppendCall> {
    const calling = this.#connection.batchAppend();
    return new AppendCall(await inTime(calling, this.#connection.answerMs, (late) => late.cancel()));
  }

  /** An append that expects anything and whose first id is in the stream already was made before, or only begins like it. */
  async #searched({ stream, ids }: Append): Promise<Appended | undefined> {
    const events = await readStreamOnce(this.#connection, stream);
    const first = events.find(({ id }) => id === ids[0]);
    if (first === undefined) return undefined;
    const last = standAt(events, ids, first.revision);
    return last === undefined ? { ok: false, wrongRevision: events.length - 1 } : doneAt(last);
  }

  /** Whether it is our own earlier try, its answer lost, that has made the revision another one. */
  async #ownEarlierTry({ stream, ids, expected }: Append): Promise<Appended | undefined> {
    if (expected === 'any') return undefined;
    const from = expected === 'none' ? 0 : expected + 1;
    const events = await readStreamOnce(this.#connection, stream, { from, limit: ids.length });
    const last = standAt(events, ids, from);
    return last && doneAt(last);
  }

  async #positionOf(stream: StreamId, revision: Revision): Promise<Position> {
    const [event] = await readStreamOnce(this.#connection, stream, { from: revision, limit: 1 });
    if (event === undefined) throw new NoAnswer('an append that was made before cannot be read yet');
    return event.position;
  }
}

function doneAt({ revision, position }: WireEvent): Appended {
  return { ok: true, revision, position };
}

function mustFit(message: BatchAppendReq.ProposedMessage, stream: StreamId): void {
  const bytes = message.getData().length + message.getCustomMetadata().length;
  if (bytes > LARGEST_EVENT)
    throw new RangeError(`An event of ${bytes} bytes for ${stream} is too large for EventStoreDB`);
}

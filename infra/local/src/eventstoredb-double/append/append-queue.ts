import { randomUUID } from 'node:crypto';
import type { LogFile } from '../log/log-file.ts';
import type { LogIndex } from '../log/log-index.ts';
import {
  metastreamOf,
  NO_REVISION,
  type ProposedEvent,
  type StoredEvent,
  TOMBSTONE,
} from '../log/stored-event.ts';
import { SOFT_DELETED } from '../log/stream-limits.ts';
import { type Expected, isSoftDeleted, judge } from './append-rules.ts';
import { Draft } from './draft.ts';

/** Something to write to one stream. */
export type WriteRequest =
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly expected: Expected;
      readonly events: readonly ProposedEvent[];
    }
  | {
      readonly kind: 'delete';
      readonly stream: string;
      readonly expected: Expected;
      readonly forEver: boolean;
    };

/** The answer to it. `position` is missing when nothing was to be written. */
export type Written =
  | { readonly outcome: 'written'; readonly revision: number; readonly position?: number }
  | { readonly outcome: 'wrong-version'; readonly current: number }
  | { readonly outcome: 'deleted' };

interface Waiting {
  readonly request: WriteRequest;
  readonly resolve: (written: Written) => void;
  readonly reject: (error: unknown) => void;
}

/** Requests that arrive while the disk is busy share the next fsync. Answers come after it, refusals too. */
export class AppendQueue {
  readonly #log: Pick<LogFile, 'end' | 'append'>;
  readonly #index: LogIndex;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(log: Pick<LogFile, 'end' | 'append'>, index: LogIndex) {
    this.#log = log;
    this.#index = index;
  }

  /** Resolves when the answer is durable. @throws LogWriteFailed, as a rejection, when the disk does not take it */
  write(request: WriteRequest): Promise<Written> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // What else arrives in this turn of the event loop belongs to the same group.
    await new Promise((wake) => setImmediate(wake));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#commit(group);
    }
    this.#running = undefined;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const draft = new Draft(this.#index, this.#log.end, Date.now());
    try {
      const answers = group.map(({ request }) => decide(draft, request));
      if (draft.frames.length > 0) await this.#log.append(draft.frames);
      for (const { events } of draft.frames) for (const event of events) this.#index.add(event);
      for (const [n, { resolve, reject }] of group.entries()) {
        const answer = answers[n];
        if (answer === undefined) reject(new Error('write without an answer'));
        else resolve(answer);
      }
      if (draft.frames.length > 0) this.#index.announce();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

function decide(draft: Draft, request: WriteRequest): Written {
  const { stream, expected } = request;
  const events = request.kind === 'append' ? request.events : [];
  const ids = request.kind === 'append' ? events.map(({ id }) => id) : [randomUUID()];
  const verdict = judge(draft, stream, expected, ids);
  switch (verdict.verdict) {
    case 'deleted':
      return { outcome: 'deleted' };
    case 'wrong-version':
      return { outcome: 'wrong-version', current: verdict.current };
    case 'repeated':
      return written(verdict.last);
    case 'write':
      return request.kind === 'delete'
        ? remove(draft, stream, request.forEver)
        : append(draft, stream, events);
  }
}

function append(draft: Draft, stream: string, events: readonly ProposedEvent[]): Written {
  if (events.length === 0) return { outcome: 'written', revision: draft.lastRevision(stream) };
  if (isSoftDeleted(draft, stream)) {
    const shownFrom = draft.lastRevision(stream) + 1;
    draft.add(metastreamOf(stream), [metadata(Buffer.from(JSON.stringify({ $tb: shownFrom })))]);
  }
  return written(draft.add(stream, events));
}

function remove(draft: Draft, stream: string, forEver: boolean): Written {
  if (!forEver) return written(draft.add(metastreamOf(stream), [metadata(SOFT_DELETED)]));
  const nothing = new Uint8Array();
  const closing = { id: randomUUID(), type: '$streamDeleted', json: false, data: nothing, metadata: nothing };
  return written(draft.add(stream, [closing], TOMBSTONE));
}

function metadata(data: Uint8Array): ProposedEvent {
  return { id: randomUUID(), type: '$metadata', json: true, data, metadata: new Uint8Array() };
}

function written(event: StoredEvent | undefined): Written {
  return event === undefined
    ? { outcome: 'written', revision: NO_REVISION }
    : { outcome: 'written', revision: event.revision, position: event.position };
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LogFilter, Position, ReadStreamOptions, Recorded, Revision, StreamId } from '@jiandu/eventing';
import { CategoryNumbers } from './category-numbers.ts';
import { type LogEntry, recordedOf } from './log-entry.ts';
import type { Stretch } from './log-tail.ts';
import { NO_STREAM, type StreamHead } from './stream-heads.ts';
import type { IndexedEvent, StreamIndex } from './stream-index.ts';

/** Positions looked at in one go, so that a rare filter does not hold up the process. */
const STRIDE = 16_384;

/** Places in memory that are worth a write to the index. */
const WORTH_WRITING = 2_048;

/** Places in memory after which a reader looks how far the writer's index has come. */
const WORTH_FORGETTING = 16_384;

const COLUMNS = 'position, stream, revision, body';

/** The log's table and the index of its streams; everything here is synchronous and knows nothing of groups. */
export class EventLog {
  readonly #db: DatabaseSync;
  readonly #index: StreamIndex;
  readonly #mayWrite: boolean;
  readonly #categories: CategoryNumbers;
  readonly #insert: StatementSync;
  readonly #head: StatementSync;
  readonly #at: StatementSync;
  readonly #link: StatementSync;
  readonly #beyond: StatementSync;
  readonly #streamAt = (position: Position): StreamId | undefined =>
    this.#link.get(position)?.['stream'] as StreamId | undefined;
  readonly #stretches = new Map<number, StatementSync>();

  /** A reader beside the writer never changes the index; what it lacks stays in the reader's memory. */
  constructor(
    db: DatabaseSync,
    index: StreamIndex,
    indexing: 'writes-index' | 'reads-index' = 'writes-index',
  ) {
    this.#db = db;
    this.#index = index;
    this.#mayWrite = indexing === 'writes-index';
    this.#categories = new CategoryNumbers(db);
    this.#insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#head = db.prepare('SELECT max(position) AS position FROM events');
    this.#at = db.prepare(`SELECT ${COLUMNS} FROM events WHERE position = ?`);
    this.#link = db.prepare('SELECT stream, revision, previous FROM events WHERE position = ?');
    this.#beyond = db.prepare(`
      SELECT position, stream, body ->> 'id' AS id, unplaced FROM events
      WHERE position > ? ORDER BY position LIMIT ${WORTH_WRITING}
    `);
    const { reach, lastId } = index;
    if (this.#mayWrite && reach > 0 && this.#event(reach)?.id !== lastId) index.clear();
    this.levelIndex();
  }

  /** Runs a group of writes in one transaction: all of them are on disk when it returns, or none when it throws. */
  transact(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#categories.forget();
      // A full disk may have ended the transaction already.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      this.#index.rewind();
      this.levelIndex();
      throw error;
    }
    if (this.#index.backlog >= WORTH_WRITING) setImmediate(() => this.writeIndex());
  }

  insert({ position, stream, revision, previous, body }: LogEntry, id: string, unplaced: boolean): void {
    const category = this.#categories.numberOf(stream);
    this.#insert.run(position, stream, revision, previous, category, unplaced ? 1 : 0, body);
    this.#index.add({ position, stream, id, unplaced });
  }

  streamHead(stream: StreamId): StreamHead {
    const position = this.#index.newest(stream, this.#streamAt);
    if (position === undefined) return NO_STREAM;
    return { position, revision: this.#linkAt(position).revision };
  }

  /** Where an event that was appended without an expected revision stands. */
  placeOfUnplaced(id: string): Recorded | undefined {
    const position = this.#index.positionOfUnplaced(id);
    return position === undefined ? undefined : this.#event(position);
  }

  head(): Position {
    return Number(this.#head.get()?.['position'] ?? 0);
  }

  readStream(stream: StreamId, options: ReadStreamOptions = {}): readonly Recorded[] {
    const { from, limit = Number.MAX_SAFE_INTEGER, direction } = options;
    if (direction === 'backwards') return this.#back(stream, from ?? Number.MAX_SAFE_INTEGER, 0, limit);
    const first = from ?? 0;
    return this.#back(stream, first + limit - 1, first, limit).toReversed();
  }

  /** What lies after a position, up to `head`, as it lies there. */
  entries(after: Position, head: Position): readonly LogEntry[] {
    return this.#stretch(undefined).all(after, head, head - after) as unknown as LogEntry[];
  }

  /** Up to `limit` events after a position, looking no further than `STRIDE` positions or `head`. */
  readAll(after: Position, limit: number, filter: LogFilter, head: Position): Stretch {
    const horizon = Math.min(head, after + STRIDE);
    if (horizon <= after) return { events: [], upTo: after };
    const numbers = filter.categories && this.#categories.known(filter.categories);
    const statement = this.#stretch(numbers?.length);
    const events = statement
      .all(after, horizon, ...(numbers ?? []), limit)
      .map((row) => recordedOf(row as unknown as LogEntry));
    const last = events.at(-1);
    return { events, upTo: last !== undefined && events.length === limit ? last.position : horizon };
  }

  /** Reads into the index what the log holds beyond it: after a crash, or what another process appended. */
  levelIndex(): void {
    if (!this.#mayWrite && this.#index.backlog >= WORTH_FORGETTING) this.#index.rewind();
    for (;;) {
      if (this.#index.backlog >= WORTH_WRITING) this.writeIndex();
      const rows = this.#beyond.all(this.#index.reach);
      if (rows.length === 0) return;
      for (const row of rows)
        this.#index.add({ ...(row as unknown as IndexedEvent), unplaced: row['unplaced'] === 1 });
    }
  }

  /** A failure harms nobody: the places stay in memory, and the next attempt comes with the next two thousand events. */
  writeIndex(): void {
    if (!this.#mayWrite) return;
    try {
      this.#index.write(this.#streamAt);
    } catch {
      // Whatever ails the disk is reported by the next append.
    }
  }

  close(): void {
    this.#index.close();
    this.#db.close();
  }

  /** Events of a stream from `highest` down to `lowest`, following the chain from its newest one. */
  #back(stream: StreamId, highest: Revision, lowest: Revision, limit: number): Recorded[] {
    const events: Recorded[] = [];
    let position = this.#index.newest(stream, this.#streamAt) ?? 0;
    while (position > 0 && events.length < limit) {
      const { revision, previous } = this.#linkAt(position);
      if (revision < lowest) break;
      const event = revision <= highest ? this.#event(position) : undefined;
      if (event) events.push(event);
      position = previous;
    }
    return events;
  }

  #linkAt(position: Position): { readonly revision: Revision; readonly previous: Position } {
    return this.#link.get(position) as unknown as { revision: Revision; previous: Position };
  }

  #event(position: Position): Recorded | undefined {
    const row = this.#at.get(position);
    return row && recordedOf(row as unknown as LogEntry);
  }

  #stretch(categories: number | undefined): StatementSync {
    const key = categories ?? -1;
    const known = this.#stretches.get(key);
    if (known) return known;
    const among =
      categories === undefined ? '' : `AND category IN (${Array(categories).fill('?').join(', ')})`;
    const made = this.#db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE position > ? AND position <= ? ${among} ORDER BY position LIMIT ?`,
    );
    this.#stretches.set(key, made);
    return made;
  }
}

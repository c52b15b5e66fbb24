import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Position, StreamId } from '@jiandu/eventing';
import { streamHash } from './stream-hash.ts';

/** An event as the index sees it. */
export interface IndexedEvent {
  readonly position: Position;
  readonly stream: StreamId;
  readonly id: string;
  /** Appended without an expected revision: a repetition is found by its id. */
  readonly unplaced: boolean;
}

interface Head {
  readonly hash: number;
  readonly stream: StreamId;
  readonly position: Position;
}

/** The stream of the event at a position. */
type StreamAt = (position: Position) => StreamId | undefined;

/**
 * Where the newest event of each stream stands; from there the log leads back, event by event. Derived from the log and
 * kept in a file of its own, so that an append waits for the disk only to add to the end of the log, never for pages
 * all over an index. The newest places stay in memory until there are enough to be worth a write; what a crash takes
 * is read from the log again.
 */
export class StreamIndex {
  readonly #db: DatabaseSync;
  readonly #head: StatementSync;
  readonly #homonym: StatementSync;
  readonly #byId: StatementSync;
  readonly #putHead: StatementSync;
  readonly #putHomonym: StatementSync;
  readonly #putId: StatementSync;
  readonly #move: StatementSync;
  readonly #heads = new Map<StreamId, Position>();
  readonly #unplaced = new Map<string, Position>();
  #reach: Position = 0;
  #lastId = '';
  #backlog = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#head = db.prepare('SELECT position FROM heads WHERE hash = ?');
    this.#homonym = db.prepare('SELECT position FROM homonyms WHERE stream = ?');
    this.#byId = db.prepare('SELECT position FROM unplaced WHERE id = ?');
    this.#putHead = db.prepare('INSERT OR REPLACE INTO heads VALUES (?, ?)');
    this.#putHomonym = db.prepare('INSERT OR REPLACE INTO homonyms VALUES (?, ?)');
    this.#putId = db.prepare('INSERT OR REPLACE INTO unplaced VALUES (?, ?)');
    this.#move = db.prepare('UPDATE reach SET position = ?, id = ?');
    this.rewind();
  }

  /** Up to where places are known, in the file or in memory. */
  get reach(): Position {
    return this.#reach;
  }

  /** Id of the event at `reach`; another one there means that the index belongs to another log. */
  get lastId(): string {
    return this.#lastId;
  }

  /** Events not yet in the file. */
  get backlog(): number {
    return this.#backlog;
  }

  add({ position, stream, id, unplaced }: IndexedEvent): void {
    this.#heads.set(stream, position);
    if (unplaced) this.#unplaced.set(id, position);
    this.#reach = position;
    this.#lastId = id;
    this.#backlog += 1;
  }

  /** Position of a stream's newest event. */
  newest(stream: StreamId, streamAt: StreamAt): Position | undefined {
    return this.#heads.get(stream) ?? this.#written(stream, streamAt);
  }

  positionOfUnplaced(id: string): Position | undefined {
    return this.#unplaced.get(id) ?? positionIn(this.#byId.get(id));
  }

  /** Moves the places in memory to the file. */
  write(streamAt: StreamAt): void {
    if (this.#backlog === 0) return;
    this.#db.exec('BEGIN');
    try {
      for (const head of this.#inFileOrder()) this.#writeHead(head, streamAt);
      for (const [id, position] of this.#unplaced) this.#putId.run(id, position);
      this.#move.run(this.#reach, this.#lastId);
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
    this.#forget();
  }

  /** Forgets the places in memory, and looks how far the file has come. */
  rewind(): void {
    this.#forget();
    const row = this.#db.prepare('SELECT position, id FROM reach').get();
    this.#reach = Number(row?.['position'] ?? 0);
    this.#lastId = String(row?.['id'] ?? '');
  }

  /** Empties the file. */
  clear(): void {
    this.#db.exec(`
      BEGIN; DELETE FROM heads; DELETE FROM homonyms; DELETE FROM unplaced; UPDATE reach SET position = 0, id = ''; COMMIT
    `);
    this.rewind();
  }

  close(): void {
    this.#db.close();
  }

  #written(stream: StreamId, streamAt: StreamAt): Position | undefined {
    const position = positionIn(this.#head.get(streamHash(stream)));
    if (position === undefined || streamAt(position) === stream) return position;
    return positionIn(this.#homonym.get(stream));
  }

  /** In the order of the table, so that neighbours are written to a page while it is at hand. */
  #inFileOrder(): Head[] {
    const heads = Array.from(this.#heads, ([stream, position]) => ({
      hash: streamHash(stream),
      stream,
      position,
    }));
    return heads.sort((one, other) => one.hash - other.hash);
  }

  // Of two streams with one hash the first has the place in the table, the others are kept by name.
  #writeHead({ hash, stream, position }: Head, streamAt: StreamAt): void {
    const there = positionIn(this.#head.get(hash));
    if (there === undefined || streamAt(there) === stream) this.#putHead.run(hash, position);
    else this.#putHomonym.run(stream, position);
  }

  #forget(): void {
    this.#heads.clear();
    this.#unplaced.clear();
    this.#backlog = 0;
  }
}

function positionIn(row: Readonly<Record<string, unknown>> | undefined): Position | undefined {
  return row && (row['position'] as number);
}

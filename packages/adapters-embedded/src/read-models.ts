import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Change, Checkpoint, Collection, CollectionSpec, Doc, ReadModels } from '@jiandu/eventing';
import { EmbeddedCollection } from './collection.ts';
import { type Lock, takeLock } from './directory-lock.ts';
import { DocumentTable } from './document-table.ts';
import { locationOf, type Place } from './place.ts';
import { UnwrittenDocuments } from './unwritten-documents.ts';

/** Documents read in one go by a scan. */
const SCAN_PAGE = 500;

/** A commit is in the file after so many milliseconds, or as soon as somebody searches. */
const WRITE_AFTER_MS = 200;

/** Documents changed again and again, as in a rebuild, are written once as long as this suffices. */
const MOST_UNWRITTEN_CHARACTERS = 8 * 1024 * 1024;

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -32768;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
  CREATE TABLE IF NOT EXISTS collections
    (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, spec TEXT NOT NULL, checkpoint TEXT);
  CREATE TABLE IF NOT EXISTS active (view TEXT PRIMARY KEY, collection TEXT NOT NULL) WITHOUT ROWID;
`;

/** Read models of the one who writes them. */
export interface WritingReadModels extends ReadModels {
  /** Writes what is committed to the file now, so that readers of the file see it. */
  flush(): void;
}

/**
 * Opens the read models. A commit is atomic and seen by every read at once, but written a moment later, together with
 * its neighbours: a crash may take the newest ones, which are then folded again.
 * @throws DirectoryInUse when another store writes to the same file
 */
export function openReadModels(place: Place): WritingReadModels {
  const lock = 'file' in place ? takeLock(place.file) : undefined;
  try {
    const db = new DatabaseSync(locationOf(place), { timeout: 5000 });
    db.exec(SETTINGS);
    return new EmbeddedReadModels(db, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

class EmbeddedReadModels implements WritingReadModels {
  readonly #db: DatabaseSync;
  readonly #lock: Lock | undefined;
  readonly #tables = new Map<string, DocumentTable>();
  readonly #unwritten = new Map<string, UnwrittenDocuments>();
  #timer: NodeJS.Timeout | undefined;
  readonly #register: StatementSync;
  readonly #known: StatementSync;
  readonly #move: StatementSync;

  constructor(db: DatabaseSync, lock: Lock | undefined) {
    this.#db = db;
    this.#lock = lock;
    this.#register = db.prepare('INSERT INTO collections (name, spec) VALUES (?, ?) RETURNING number, spec');
    this.#known = db.prepare('SELECT number, spec, checkpoint FROM collections WHERE name = ?');
    this.#move = db.prepare('UPDATE collections SET checkpoint = ? WHERE name = ?');
  }

  async open<T extends Doc>({ name, fields, lists }: CollectionSpec): Promise<Collection<T>> {
    const spec = JSON.stringify({ name, fields, lists });
    const row = this.#known.get(name) ?? this.#register.get(name, spec);
    if (row?.['spec'] !== spec) {
      throw new Error(`${name} exists with other fields or lists; raise its version`);
    }
    return new EmbeddedCollection<T>(this.#db, this.#table(name), {
      of: (collection) => this.#unwritten.get(collection),
      write: () => this.#write(),
    });
  }

  async commit(collection: string, changes: readonly Change[], checkpoint: Checkpoint): Promise<void> {
    const table = this.#table(collection);
    const prepared = changes.map((change) => table.prepare(change));
    if (this.#charactersUnwritten() > MOST_UNWRITTEN_CHARACTERS) this.#write();
    let unwritten = this.#unwritten.get(collection);
    if (unwritten === undefined) {
      unwritten = new UnwrittenDocuments(table, checkpoint);
      this.#unwritten.set(collection, unwritten);
    }
    for (const change of prepared) unwritten.add(change);
    unwritten.checkpoint = checkpoint;
    this.#timer ??= setTimeout(() => this.#tryWrite(), WRITE_AFTER_MS).unref();
  }

  async checkpoint(collection: string): Promise<Checkpoint | undefined> {
    const unwritten = this.#unwritten.get(collection);
    if (unwritten) return unwritten.checkpoint;
    const checkpoint = this.#known.get(collection)?.['checkpoint'];
    return typeof checkpoint === 'string' ? checkpoint : undefined;
  }

  async active(view: string): Promise<string | undefined> {
    const row = this.#db.prepare('SELECT collection FROM active WHERE view = ?').get(view);
    return row && String(row['collection']);
  }

  async activate(view: string, collection: string): Promise<void> {
    const table = this.#table(collection);
    this.#write();
    const before = await this.active(view);
    // What was searched by until now will be searched by at once.
    const searched = before === undefined ? [] : this.#table(before).indexedFields();
    for (const field of searched) table.index(field);
    this.#db.prepare('INSERT OR REPLACE INTO active VALUES (?, ?)').run(view, collection);
  }

  async *scan(collection: string): AsyncIterable<Doc> {
    const { table } = this.#table(collection);
    this.#write();
    const page = this.#db.prepare(`SELECT id, doc FROM ${table} WHERE id > ? ORDER BY id LIMIT ${SCAN_PAGE}`);
    let rows = this.#db.prepare(`SELECT id, doc FROM ${table} ORDER BY id LIMIT ${SCAN_PAGE}`).all();
    while (rows.length > 0) {
      for (const row of rows) yield JSON.parse(String(row['doc'])) as Doc;
      rows = page.all(String(rows.at(-1)?.['id']));
    }
  }

  async drop(collection: string): Promise<void> {
    if (this.#known.get(collection) === undefined) return;
    const table = this.#table(collection);
    this.#unwritten.delete(collection);
    this.#transact(() => {
      table.drop();
      this.#db.prepare('DELETE FROM collections WHERE name = ?').run(collection);
      this.#db.prepare('DELETE FROM active WHERE collection = ?').run(collection);
    });
    this.#tables.delete(collection);
  }

  async collections(): Promise<readonly string[]> {
    const rows = this.#db.prepare('SELECT name FROM collections ORDER BY name').all();
    return rows.map((row) => String(row['name']));
  }

  flush(): void {
    this.#write();
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    clearTimeout(this.#timer);
    this.#write();
    this.#db.close();
    this.#lock?.release();
  }

  /** @throws Error when no such collection was ever opened */
  #table(name: string): DocumentTable {
    const open = this.#tables.get(name);
    if (open) return open;
    const row = this.#known.get(name);
    if (row === undefined) throw new Error(`There is no collection ${name}`);
    const spec = JSON.parse(String(row['spec'])) as CollectionSpec;
    const table = new DocumentTable(this.#db, Number(row['number']), spec);
    this.#tables.set(name, table);
    return table;
  }

  /** Writes all collections in one transaction: no commit gets to the file without those before it. */
  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#unwritten.size === 0) return;
    this.#transact(() => {
      for (const [collection, unwritten] of this.#unwritten) {
        unwritten.write();
        this.#move.run(unwritten.checkpoint, collection);
      }
    });
    this.#unwritten.clear();
  }

  #charactersUnwritten(): number {
    let sum = 0;
    for (const { characters } of this.#unwritten.values()) sum += characters;
    return sum;
  }

  #tryWrite(): void {
    try {
      this.#write();
    } catch {
      // Nothing is lost: the next search or the next large commit tries again, and reports what is wrong.
    }
  }

  #transact(work: () => void): void {
    this.#db.exec('BEGIN');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

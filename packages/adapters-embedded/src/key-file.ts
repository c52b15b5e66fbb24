import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { unwrapKey, wrapKey } from '@jiandu/eventing';

const PROBE = 'probe';

/** The file that holds the wrapped keys, readable by its owner alone. */
export class KeyFile {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #masterKey: Uint8Array;
  readonly #insert: StatementSync;
  readonly #select: StatementSync;
  readonly #delete: StatementSync;

  /** @throws Error when the keys were wrapped under another master key */
  constructor(directory: string, masterKey: Uint8Array) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    chmodSync(directory, 0o700);
    this.path = join(directory, 'keys.db');
    this.#masterKey = masterKey;
    this.#db = new DatabaseSync(this.path, { timeout: 5000 });
    chmodSync(this.path, 0o600);
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
    `);
    this.#insert = this.#db.prepare('INSERT INTO keys VALUES (?, ?)');
    this.#select = this.#db.prepare('SELECT wrapped FROM keys WHERE id = ?');
    this.#delete = this.#db.prepare('DELETE FROM keys WHERE id = ?');
    this.#prove();
  }

  /** Wraps and stores keys; they are on disk when it returns. */
  add(keys: readonly { readonly id: string; readonly bytes: Uint8Array }[]): void {
    this.#transact(() => {
      for (const { id, bytes } of keys) this.#insert.run(id, wrapKey(this.#masterKey, id, bytes));
    });
  }

  find(id: string): Uint8Array | undefined {
    const wrapped = this.#select.get(id)?.['wrapped'];
    return wrapped instanceof Uint8Array && id !== PROBE
      ? unwrapKey(this.#masterKey, id, wrapped)
      : undefined;
  }

  /**
   * Removes keys: their place in the database is overwritten (`secure_delete`) and the write-ahead log, which may hold
   * older pages, is cut to nothing.
   * @throws Error when another process reads the file just then; the keys are removed but the log is not yet cut
   */
  remove(ids: readonly string[]): void {
    this.#transact(() => {
      for (const id of ids) this.#delete.run(id);
    });
    const result = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (result?.['busy'] !== 0) throw new Error(`${this.path} is being read; destroy the keys again`);
  }

  close(): void {
    this.#db.close();
  }

  /** A known text under the master key: a wrong key is noticed at the start, not at the first letter opened. */
  #prove(): void {
    const probe = this.#select.get(PROBE)?.['wrapped'];
    if (!(probe instanceof Uint8Array)) {
      this.add([{ id: PROBE, bytes: new Uint8Array(32) }]);
      return;
    }
    try {
      unwrapKey(this.#masterKey, PROBE, probe);
    } catch (cause) {
      this.#db.close();
      throw new Error(`The keys in ${this.path} belong to another master key`, { cause });
    }
  }

  #transact(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Change, CollectionSpec } from '@jiandu/eventing';
import { type Cell, fieldCellOf, listCellOf, sameCell } from './field-values.ts';
import { listTable, type Naming } from './find-sql.ts';

/** A change ready to be written; a removal has neither text nor cells. */
export interface Prepared {
  readonly id: string;
  readonly text?: string;
  readonly cells?: readonly Cell[];
}

/**
 * The table of one collection: the document as JSON, a column for each declared field and list, and a side table that
 * finds documents by what their lists contain.
 */
export class DocumentTable implements Naming {
  readonly table: string;
  readonly spec: CollectionSpec;
  readonly #db: DatabaseSync;
  readonly #columns: readonly string[];
  readonly #seen: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #updateDoc: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeFromList: StatementSync;
  readonly #addToList: StatementSync;
  readonly #indexed = new Set<string>();

  constructor(db: DatabaseSync, number: number, spec: CollectionSpec) {
    this.#db = db;
    this.spec = spec;
    this.table = `c${number}`;
    this.#columns = [...spec.fields.map((_, i) => `f${i}`), ...spec.lists.map((_, i) => `l${i}`)];
    this.#create();
    const { table } = this;
    const marks = this.#columns.map(() => ', ?').join('');
    const columns = this.#columns.map((column) => `, ${column}`).join('');
    const sets = this.#columns.map((column) => `, ${column} = ?`).join('');
    this.#seen = db.prepare(`SELECT row${columns} FROM ${table} WHERE id = ?`);
    this.#insert = db.prepare(`INSERT INTO ${table} (id, doc${columns}) VALUES (?, ?${marks})`);
    this.#update = db.prepare(`UPDATE ${table} SET doc = ?${sets} WHERE id = ?`);
    this.#updateDoc = db.prepare(`UPDATE ${table} SET doc = ? WHERE id = ?`);
    this.#remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.#removeFromList = db.prepare(
      `DELETE FROM ${listTable(table)} WHERE list = ? AND value = ? AND row = ?`,
    );
    this.#addToList = db.prepare(`INSERT OR IGNORE INTO ${listTable(table)} VALUES (?, ?, ?)`);
  }

  /**
   * Makes a change ready to be written: whatever is wrong with it is found here, and later changes to the caller's
   * object do not reach it.
   * @throws TypeError for a document without an id, or whose declared fields and lists hold something else
   */
  prepare(change: Change): Prepared {
    if ('remove' in change) return { id: change.remove };
    const doc = change.put;
    if (typeof doc.id !== 'string') throw new TypeError(`A document of ${this.spec.name} has no id`);
    const cells: Cell[] = this.spec.fields.map((field) => fieldCellOf(doc, field));
    for (const list of this.spec.lists) cells.push(listCellOf(doc, list));
    return { id: doc.id, text: JSON.stringify(doc), cells };
  }

  /** Writes a change; indexes are touched only where an indexed value changed. */
  write({ id, text, cells }: Prepared): void {
    const before = this.#seen.get(id);
    if (text === undefined || cells === undefined) {
      if (before === undefined) return;
      this.#moveLists(Number(before['row']), before, undefined);
      this.#remove.run(id);
    } else if (before === undefined) {
      const { lastInsertRowid } = this.#insert.run(id, text, ...cells);
      this.#moveLists(Number(lastInsertRowid), undefined, cells);
    } else if (this.#columns.every((column, i) => sameCell(before[column], cells[i] as Cell))) {
      this.#updateDoc.run(text, id);
    } else {
      this.#update.run(text, ...cells, id);
      this.#moveLists(Number(before['row']), before, cells);
    }
  }

  /**
   * Makes the index of a field. They are made at the first search that needs them, so that a rebuild fills bare
   * tables and each index is sorted once.
   */
  index(field: string): void {
    const number = this.spec.fields.indexOf(field);
    if (number < 0 || this.#indexed.has(field)) return;
    try {
      this.#db.exec(`CREATE INDEX IF NOT EXISTS ${this.table}_f${number} ON ${this.table} (f${number}, id)`);
      this.#indexed.add(field);
    } catch {
      // Without space, or while another thread writes long, the search goes on without it; the next one tries again.
    }
  }

  /** Fields that have an index, whoever made it. */
  indexedFields(): readonly string[] {
    const rows = this.#db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
      .all(this.table);
    return rows.flatMap(({ name }) => this.spec.fields[Number(String(name).split('_f')[1])] ?? []);
  }

  drop(): void {
    this.#db.exec(`DROP TABLE ${this.table}; DROP TABLE ${listTable(this.table)}`);
  }

  /** Rows are counted, so that the newest documents of a value lie together: few pages change at a time. */
  #moveLists(
    row: number,
    before: Readonly<Record<string, unknown>> | undefined,
    after: readonly Cell[] | undefined,
  ): void {
    for (let list = 0; list < this.spec.lists.length; list++) {
      const old = before?.[`l${list}`] ?? '[]';
      const now = after?.[this.spec.fields.length + list] ?? '[]';
      if (old === now) continue;
      const was = new Set(JSON.parse(String(old)) as string[]);
      const is = new Set(JSON.parse(String(now)) as string[]);
      for (const value of was) if (!is.has(value)) this.#removeFromList.run(list, value, row);
      for (const value of is) if (!was.has(value)) this.#addToList.run(list, value, row);
    }
  }

  #create(): void {
    const columns = this.#columns.map((column) => `, ${column}`).join('');
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS ${this.table}
        (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE${columns}, doc TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS ${listTable(this.table)}
        (list INTEGER, value TEXT, row INTEGER, PRIMARY KEY (list, value, row)) WITHOUT ROWID;
    `);
  }
}

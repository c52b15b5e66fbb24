import { DatabaseSync } from 'node:sqlite';
import type { Checkpoint, Collection, CollectionSpec, Doc, ReadModels } from '@jiandu/eventing';
import { EmbeddedCollection } from './collection.ts';
import { DocumentTable } from './document-table.ts';

/** Nothing is unwritten here: another thread writes. */
const NOTHING = { of: () => undefined, write: () => undefined };
const BUSY_MS = 5_000;
const PAGE = 500;

/**
 * Opens read models that another thread or process writes, to read and to search. It takes no lock; `commit`, `activate` and
 * `drop` are refused by a rejection. A collection must exist before it is opened here.
 */
export function followReadModels({ file }: { readonly file: string }): ReadModels {
  // Not read-only: an index is made at the first search that needs it.
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  const known = db.prepare('SELECT number, spec, checkpoint FROM collections WHERE name = ?');
  /** By number: a name may come back after its collection was dropped. */
  const tables = new Map<number, DocumentTable>();

  const tableOf = (name: string): DocumentTable => {
    const row = known.get(name);
    if (row === undefined) throw new Error(`There is no collection ${name}`);
    const number = Number(row.number);
    const table =
      tables.get(number) ?? new DocumentTable(db, number, JSON.parse(String(row.spec)) as CollectionSpec);
    tables.set(number, table);
    return table;
  };
  const notHere = async () => {
    throw new Error(`${file} is written by another thread`);
  };

  return {
    open: async <T extends Doc>({ name }: CollectionSpec): Promise<Collection<T>> =>
      new EmbeddedCollection<T>(db, tableOf(name), NOTHING),
    commit: notHere,
    activate: notHere,
    drop: notHere,
    checkpoint: async (collection): Promise<Checkpoint | undefined> => {
      const checkpoint = known.get(collection)?.checkpoint;
      return typeof checkpoint === 'string' ? checkpoint : undefined;
    },
    active: async (view) => {
      const row = db.prepare('SELECT collection FROM active WHERE view = ?').get(view);
      return row && String(row.collection);
    },
    scan: async function* (collection) {
      const { table } = tableOf(collection);
      const page = db.prepare(`SELECT id, doc FROM ${table} WHERE id > ? ORDER BY id LIMIT ${PAGE}`);
      let rows = page.all('');
      while (rows.length > 0) {
        for (const row of rows) yield JSON.parse(String(row.doc)) as Doc;
        rows = page.all(String(rows.at(-1)?.id));
      }
    },
    collections: async () =>
      db
        .prepare('SELECT name FROM collections ORDER BY name')
        .all()
        .map((row) => String(row.name)),
    close: async () => {
      if (db.isOpen) db.close();
    },
  };
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type Collection,
  cursorOf,
  type Doc,
  type FieldValue,
  type Filter,
  type FindOptions,
  type Page,
} from '@jiandu/eventing';
import type { DocumentTable } from './document-table.ts';
import { valueIn } from './field-values.ts';
import { pageSql } from './find-page.ts';
import { columnOf, type Sql, whereSql } from './find-sql.ts';
import type { UnwrittenDocuments } from './unwritten-documents.ts';

/** Compiled searches kept per collection. */
const STATEMENTS = 64;

/** What is committed but not yet in the file. */
export interface Unwritten {
  of(collection: string): UnwrittenDocuments | undefined;
  /** Writes it, so that searches see it. */
  write(): void;
}

/** Reads of one collection. */
export class EmbeddedCollection<T extends Doc> implements Collection<T> {
  readonly #db: DatabaseSync;
  readonly #table: DocumentTable;
  readonly #unwritten: Unwritten;
  readonly #get: StatementSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, table: DocumentTable, unwritten: Unwritten) {
    this.#db = db;
    this.#table = table;
    this.#unwritten = unwritten;
    this.#get = db.prepare(`SELECT doc FROM ${table.table} WHERE id = ?`);
  }

  async get(id: string): Promise<T | undefined> {
    return this.#read(id);
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, T>> {
    const found = new Map<string, T>();
    for (const id of ids) {
      const doc = this.#read(id);
      if (doc !== undefined) found.set(id, doc);
    }
    return found;
  }

  async find(options: FindOptions): Promise<Page<T>> {
    const sql = pageSql(this.#table, options);
    this.#index(options.filter, options.anyOf, options.sort?.field);
    const rows = this.#all(sql);
    const items = rows.slice(0, options.limit).map((row) => JSON.parse(String(row['doc'])) as T);
    const last = rows[options.limit - 1];
    if (rows.length <= options.limit || last === undefined) return { items };
    const id = String(last['id']);
    return { items, next: cursorOf(options.sort ? [id, valueIn(last['sorted'])] : [id]) };
  }

  async count(filter?: Filter, anyOf?: readonly Filter[]): Promise<number> {
    const where = whereSql(this.#table, filter, anyOf);
    this.#index(filter, anyOf);
    const text = `SELECT count(*) AS number FROM ${this.#table.table} WHERE ${where.text}`;
    return Number(this.#all({ text, values: where.values })[0]?.['number']);
  }

  async groupBy(
    field: string,
    filter?: Filter,
    anyOf?: readonly Filter[],
  ): Promise<ReadonlyMap<FieldValue, number>> {
    const column = columnOf(this.#table, field);
    const where = whereSql(this.#table, filter, anyOf);
    this.#index(filter, anyOf, field);
    const text = `SELECT ${column} AS value, count(*) AS number FROM ${this.#table.table} WHERE ${where.text} GROUP BY 1 ORDER BY 1`;
    const rows = this.#all({ text, values: where.values });
    return new Map(rows.map((row) => [valueIn(row['value']), Number(row['number'])]));
  }

  #read(id: string): T | undefined {
    const unwritten = this.#unwritten.of(this.#table.spec.name)?.get(id);
    const text = unwritten ? unwritten.text : this.#get.get(id)?.['doc'];
    return typeof text === 'string' ? (JSON.parse(text) as T) : undefined;
  }

  #index(
    filter: Filter = {},
    anyOf: readonly Filter[] = [],
    ...fields: readonly (string | undefined)[]
  ): void {
    for (const field of [...Object.keys(filter), ...anyOf.flatMap(Object.keys), ...fields]) {
      if (field !== undefined) this.#table.index(field);
    }
  }

  #all({ text, values }: Sql): Record<string, unknown>[] {
    this.#unwritten.write();
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      if (this.#statements.size >= STATEMENTS) this.#statements.clear();
      statement = this.#db.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement.all(...values);
  }
}

import type { FieldValue, FindOptions } from '@jiandu/eventing';
import { cellOf } from './field-values.ts';
import { and, columnOf, type Naming, type Sql, whereSql } from './find-sql.ts';

/** Where a page ended: the sort field's value, if sorted by one, and the id. */
type Cursor = readonly [id: string] | readonly [id: string, value: FieldValue];

const MAX_PAGE = 1000;

/** One more document than the page holds is asked for, to know whether there is a next one. */
export function pageSql(naming: Naming, options: FindOptions): Sql {
  const { filter, anyOf, sort, limit } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new RangeError(`A page holds 1 to ${MAX_PAGE} documents, not ${limit}`);
  }
  const column = sort && columnOf(naming, sort.field);
  const way = sort?.descending ? 'DESC' : 'ASC';
  const where = and([whereSql(naming, filter, anyOf), afterSql(options, column)]);
  const order = column === undefined || column === 'id' ? `id ${way}` : `${column} ${way}, id ${way}`;
  const shown = column === undefined ? 'doc, id, NULL AS sorted' : `doc, id, ${column} AS sorted`;
  return {
    text: `SELECT ${shown} FROM ${naming.table} WHERE ${where.text} ORDER BY ${order} LIMIT ${limit + 1}`,
    values: where.values,
  };
}

/** The place behind a document, as text that means nothing to others. */
export function cursorOf(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function afterSql({ after, sort }: FindOptions, column: string | undefined): Sql {
  if (after === undefined) return { text: '1', values: [] };
  const [id, value] = parse(after, column !== undefined);
  const beyond = sort?.descending ? '<' : '>';
  if (column === undefined || value === undefined) return { text: `id ${beyond} ?`, values: [id] };
  return { text: `(${column}, id) ${beyond} (?, ?)`, values: [cellOf(value), id] };
}

function parse(after: string, sorted: boolean): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(cursor) && typeof cursor[0] === 'string' && cursor.length === (sorted ? 2 : 1)) {
      return cursor as unknown as Cursor;
    }
  } catch {
    // Falls through: whatever is wrong with it, it is no cursor of this collection.
  }
  throw new RangeError('Not a cursor of this search');
}

import { type FindOptions, pageEndIn, requirePageSize } from '@jiandu/eventing';
import { cellOf } from './field-values.ts';
import { and, columnOf, type Naming, type Sql, whereSql } from './find-sql.ts';

/** One more document than the page holds is asked for, to know whether there is a next one. */
export function pageSql(naming: Naming, options: FindOptions): Sql {
  const { filter, anyOf, sort, limit } = options;
  requirePageSize(limit);
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

function afterSql({ after, sort }: FindOptions, column: string | undefined): Sql {
  if (after === undefined) return { text: '1', values: [] };
  const [id, value] = pageEndIn(after, column !== undefined);
  const beyond = sort?.descending ? '<' : '>';
  if (column === undefined || value === undefined) return { text: `id ${beyond} ?`, values: [id] };
  return { text: `(${column}, id) ${beyond} (?, ?)`, values: [cellOf(value), id] };
}

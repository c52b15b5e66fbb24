import type { CollectionSpec, Condition, FieldValue, Filter } from '@jiandu/eventing';
import { boundsOf, type Cell, cellOf } from './field-values.ts';

/** A piece of SQL and its parameters; text from outside is only ever a parameter. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (Cell | string)[];
}

/** How a collection's declared fields are called in its table. */
export interface Naming {
  readonly table: string;
  readonly spec: CollectionSpec;
}

export const listTable = (table: string): string => `${table}_lists`;

/** `f0`, `f1`… in the order of declaration. @throws RangeError for an undeclared field */
export function columnOf({ spec }: Naming, field: string): string {
  if (field === 'id') return 'id';
  const index = spec.fields.indexOf(field);
  if (index < 0) throw new RangeError(`${spec.name} declares no field ${field}`);
  return `f${index}`;
}

/** The condition of a filter and its alternatives; `1` when there is none. */
export function whereSql(naming: Naming, filter: Filter = {}, anyOf?: readonly Filter[]): Sql {
  const own = conjunction(naming, filter);
  if (anyOf === undefined) return own;
  return and([own, or(anyOf.map((alternative) => conjunction(naming, alternative)))]);
}

export function and(parts: readonly Sql[]): Sql {
  const real = parts.filter(({ text }) => text !== '1');
  return real.length === 0 ? { text: '1', values: [] } : join(real, ' AND ');
}

function or(parts: readonly Sql[]): Sql {
  if (parts.length === 0) return { text: '0', values: [] };
  const joined = join(parts, ' OR ');
  return { text: `(${joined.text})`, values: joined.values };
}

function join(parts: readonly Sql[], by: string): Sql {
  return {
    text: parts.map(({ text }) => `(${text})`).join(by),
    values: parts.flatMap(({ values }) => values),
  };
}

function conjunction(naming: Naming, filter: Filter): Sql {
  return and(Object.entries(filter).map(([field, condition]) => conditionSql(naming, field, condition)));
}

function conditionSql(naming: Naming, field: string, condition: Condition): Sql {
  if (isValue(condition)) return { text: `${columnOf(naming, field)} = ?`, values: [cellOf(condition)] };
  if ('all' in condition) return allSql(naming, field, condition.all);
  const column = columnOf(naming, field);
  if ('in' in condition) {
    const marks = Array(condition.in.length).fill('?').join(', ');
    return { text: `${column} IN (${marks})`, values: condition.in.map(cellOf) };
  }
  if ('prefix' in condition) {
    const { prefix } = condition;
    return { text: `${column} >= ? AND ${column} < ?`, values: [prefix, `${prefix}\u{10FFFF}`] };
  }
  return rangeSql(column, condition);
}

type Range = Extract<Condition, { gt?: FieldValue }>;
const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** A bound keeps to values of its own type; a null bound holds for nothing. */
function rangeSql(column: string, range: Range): Sql {
  const parts: Sql[] = [];
  for (const name of ['gt', 'gte', 'lt', 'lte'] as const) {
    const bound = range[name];
    if (bound === undefined) continue;
    if (bound === null) return { text: '0', values: [] };
    const { floor, ceiling } = boundsOf(bound);
    const other = name.startsWith('g') ? ceiling : floor;
    parts.push({ text: `${column} ${OPERATORS[name]} ? AND ${column} ${other}`, values: [cellOf(bound)] });
  }
  return and(parts);
}

function allSql({ table, spec }: Naming, field: string, wanted: readonly string[]): Sql {
  const list = spec.lists.indexOf(field);
  if (list < 0) throw new RangeError(`${spec.name} declares no list ${field}`);
  const holding = `row IN (SELECT row FROM ${listTable(table)} WHERE list = ${list} AND value = ?)`;
  return and(wanted.map((value) => ({ text: holding, values: [value] })));
}

function isValue(condition: Condition): condition is FieldValue {
  return typeof condition !== 'object' || condition === null;
}

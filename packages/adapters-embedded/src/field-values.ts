import { type Doc, type FieldValue, fieldIn, listIn } from '@jiandu/eventing';

/** A field as SQLite holds it. */
export type Cell = string | number | Uint8Array;

/**
 * Null and absent fields are held as negative infinity, which no JSON number can be: so they equal themselves, sort
 * before everything else and need no special case in a comparison.
 */
const NULL_CELL = Number.NEGATIVE_INFINITY;
/** Booleans are blobs: SQLite orders blobs after texts, texts after numbers, and keeps the three apart. */
const FALSE_CELL = new Uint8Array([0]);
const TRUE_CELL = new Uint8Array([1]);

export function cellOf(value: FieldValue | undefined): Cell {
  if (value === null || value === undefined) return NULL_CELL;
  if (typeof value === 'boolean') return value ? TRUE_CELL : FALSE_CELL;
  return value;
}

export function valueIn(cell: unknown): FieldValue {
  if (cell === NULL_CELL || cell === null) return null;
  if (cell instanceof Uint8Array) return cell[0] === 1;
  return cell as string | number;
}

export function sameCell(a: unknown, b: Cell): boolean {
  return a === b || (a instanceof Uint8Array && b instanceof Uint8Array && a[0] === b[0]);
}

/** Smallest and largest cells of a value's own type: a range never reaches into another type. */
export function boundsOf(value: string | number | boolean): {
  readonly floor: string;
  readonly ceiling: string;
} {
  if (typeof value === 'number') return { floor: '> -1e999', ceiling: "< ''" };
  if (typeof value === 'string') return { floor: ">= ''", ceiling: "< x''" };
  return { floor: ">= x''", ceiling: "< x'02'" };
}

/** @throws TypeError when the document holds something else than a string, finite number, boolean or null there */
export function fieldCellOf(doc: Doc, field: string): Cell {
  return cellOf(fieldIn(doc, field));
}

/**
 * A list as a cell: its JSON.
 * @throws TypeError when the document holds something else than a list of strings there
 */
export function listCellOf(doc: Doc, field: string): string {
  const list = listIn(doc, field);
  return list.length === 0 ? '[]' : JSON.stringify(list);
}

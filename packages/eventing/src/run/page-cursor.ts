import type { FieldValue } from '../ports/read-models.ts';

/** Where a page ended: the id of its last document and, when sorted by a field, that field's value. */
export type PageEnd = readonly [id: string] | readonly [id: string, value: FieldValue];

const MAX_PAGE = 1000;

/** @throws RangeError for a page of fewer than 1 or more than 1000 documents */
export function requirePageSize(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return;
  throw new RangeError(`A page holds 1 to ${MAX_PAGE} documents, not ${limit}`);
}

/** The place behind a document, as text that means nothing to others. */
export function cursorOf(end: PageEnd): string {
  return Buffer.from(JSON.stringify(end)).toString('base64url');
}

/** @throws RangeError for what is no cursor of such a search */
export function pageEndIn(cursor: string, sorted: boolean): PageEnd {
  const end = parsed(cursor);
  if (Array.isArray(end) && end.length === (sorted ? 2 : 1)) {
    const [id, value]: unknown[] = end;
    if (typeof id === 'string') {
      if (!sorted) return [id];
      if (isFieldValue(value)) return [id, value];
    }
  }
  throw new RangeError('Not a cursor of this search');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

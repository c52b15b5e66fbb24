import type { Doc, FieldValue } from '../ports/read-models.ts';

/**
 * What a document holds in a declared field; absent is `null`.
 * @throws TypeError when it is something else than a string, finite number, boolean or null
 */
export function fieldIn(doc: Doc, field: string): FieldValue {
  const value = at(doc, field);
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`Field ${field} of ${doc.id} is not a string, finite number, boolean or null`);
}

/**
 * What a document holds in a declared list; absent is empty.
 * @throws TypeError when it is something else than a list of strings
 */
export function listIn(doc: Doc, field: string): readonly string[] {
  const value = at(doc, field) ?? [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new TypeError(`Field ${field} of ${doc.id} is not a list of strings`);
}

/** What stands at a dotted path; only what the document itself holds, not what every object has. */
function at(doc: object, path: string): unknown {
  if (!path.includes('.')) return own(doc, path);
  let value: unknown = doc;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = own(value, step);
  }
  return value;
}

function own(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder as Readonly<Record<string, unknown>>)[name] : undefined;
}

import type { Condition, FieldValue, Filter } from '@jiandu/eventing';

type Document = Readonly<Record<string, FieldValue | readonly string[] | undefined>>;

function holds(value: Document[string], condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  if ('in' in condition) return condition.in.includes(value as FieldValue);
  if ('all' in condition) return Array.isArray(value) && condition.all.every((each) => value.includes(each));
  throw new Error(`no such condition in filters of access: ${JSON.stringify(condition)}`);
}

/** Whether a document satisfies any of the filters, as a read model would decide it. */
export function matchesAny(document: Document, filters: readonly Filter[]): boolean {
  return filters.some((filter) =>
    Object.entries(filter).every(([field, condition]) => holds(document[field], condition)),
  );
}

import type { CollectionSpec, Condition, FieldValue, Filter } from '@jiandu/eventing';
import type { Document } from 'mongodb';
import { fieldKey, listKey } from './stored-document.ts';

/** What a search asks for, in MongoDB's terms: all conditions must hold, and one of the alternatives if there are any. */
export interface Wanted {
  readonly conditions: readonly Document[];
  /** Each a conjunction. An empty list matches nothing. */
  readonly alternatives?: readonly (readonly Document[])[];
}

/** Holds for nothing, and is known to before any document is looked at. */
const NOTHING: FieldValue[] = [];

/** @throws RangeError when a filter names what is not declared */
export function wantedBy(spec: CollectionSpec, filter: Filter = {}, anyOf?: readonly Filter[]): Wanted {
  const conditions = conjunction(spec, filter);
  if (anyOf === undefined) return { conditions };
  const alternatives = anyOf.map((alternative) => conjunction(spec, alternative));
  // One without conditions always holds, and so do they all together.
  return alternatives.some(({ length }) => length === 0) ? { conditions } : { conditions, alternatives };
}

/** As one document; `undefined` when nothing can satisfy it. */
export function filterOf({ conditions, alternatives }: Wanted): Document | undefined {
  if (alternatives === undefined) return allOf(conditions);
  if (alternatives.length === 0) return undefined;
  return allOf([...conditions, { $or: alternatives.map(allOf) }]);
}

export function allOf(conditions: readonly Document[]): Document {
  return conditions.length > 1 ? { $and: conditions } : (conditions[0] ?? {});
}

function conjunction(spec: CollectionSpec, filter: Filter): readonly Document[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (isValue(condition) || !('all' in condition))
      return [{ [fieldKey(spec, field)]: operators(condition) }];
    // A list equals what it holds; each value is a condition of its own, that an index of lists can answer.
    const key = listKey(spec, field);
    return condition.all.map((value) => ({ [key]: { $eq: value } }));
  });
}

function operators(condition: Exclude<Condition, { all: unknown }>): Document {
  if (isValue(condition)) return { $eq: condition };
  if ('in' in condition) return { $in: [...condition.in] };
  if ('prefix' in condition) return { $gte: condition.prefix, $lt: `${condition.prefix}\u{10FFFF}` };
  const bounds = Object.entries(condition).filter(([, bound]) => bound !== undefined);
  // MongoDB keeps a range to values of the bound's own type, as we do; but null it lets be at most null.
  if (bounds.some(([, bound]) => bound === null)) return { $in: NOTHING };
  return Object.fromEntries(bounds.map(([name, bound]) => [`$${name}`, bound]));
}

function isValue(condition: Condition): condition is FieldValue {
  return typeof condition !== 'object' || condition === null;
}

import {
  type CollectionSpec,
  type FieldValue,
  type FindOptions,
  pageEndIn,
  requirePageSize,
} from '@jiandu/eventing';
import type { Document } from 'mongodb';
import { type Wanted, wantedBy } from './find-filter.ts';
import { fieldKey } from './stored-document.ts';

/** A page to read: what, in which order, from where. */
export interface PageWanted {
  readonly wanted: Wanted;
  /** Behind the page before; a condition like the others, but it alone makes no search. */
  readonly behind: readonly Document[];
  readonly sort: Readonly<Record<string, 1 | -1>>;
  /** Key of the field sorted by, unless that is the id. */
  readonly sorted: `f${number}` | undefined;
}

/** @throws RangeError for a page of fewer than 1 or more than 1000, no cursor of this search, or an undeclared field */
export function pageWanted(spec: CollectionSpec, options: FindOptions): PageWanted {
  const { filter, anyOf, sort, limit, after } = options;
  requirePageSize(limit);
  const key = sort === undefined ? '_id' : fieldKey(spec, sort.field);
  const down = sort?.descending === true;
  const way = down ? -1 : 1;
  const sorted = key === '_id' ? undefined : key;
  return {
    wanted: wantedBy(spec, filter, anyOf),
    behind: after === undefined ? [] : [beyond(after, sort !== undefined, sorted, down)],
    sort: sorted === undefined ? { _id: way } : { [sorted]: way, _id: way },
    sorted,
  };
}

function beyond(
  after: string,
  withValue: boolean,
  sorted: `f${number}` | undefined,
  down: boolean,
): Document {
  const [id, value = null] = pageEndIn(after, withValue);
  const further = { _id: { [down ? '$lt' : '$gt']: id } };
  if (sorted === undefined) return further;
  return { $or: [{ [sorted]: { $eq: value }, ...further }, ...otherValues(sorted, value, down)] };
}

/** The smallest value of each type, in the order of types. A condition on a value holds for its own type only. */
const TYPES = [
  { of: (value: FieldValue) => value === null, all: { $eq: null } },
  { of: (value: FieldValue) => typeof value === 'number', all: { $gte: Number.NEGATIVE_INFINITY } },
  { of: (value: FieldValue) => typeof value === 'string', all: { $gte: '' } },
  { of: (value: FieldValue) => typeof value === 'boolean', all: { $gte: false } },
] as const;

/** Values beyond one: the further ones of its type, and all of the types beyond. */
function otherValues(key: string, value: FieldValue, down: boolean): readonly Document[] {
  const own = TYPES.findIndex((type) => type.of(value));
  const types = down ? TYPES.slice(0, own) : TYPES.slice(own + 1);
  const further = value === null ? [] : [{ [key]: { [down ? '$lt' : '$gt']: value } }];
  return [...further, ...types.map(({ all }) => ({ [key]: all }))];
}

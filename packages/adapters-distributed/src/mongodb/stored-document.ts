import { type Change, type CollectionSpec, type FieldValue, fieldIn, listIn } from '@jiandu/eventing';
import type { IndexDescription } from 'mongodb';

/**
 * A document as MongoDB holds it: its JSON as one text, for names of ours may hold what names of MongoDB may not (dots, dollars,
 * NUL), and beside it what can be searched by, under names of its own: `f0`, `f1`… for the fields, `l0`… for the lists.
 */
export interface Stored {
  readonly _id: string;
  readonly doc: string;
  readonly [searched: `${'f' | 'l'}${number}`]: FieldValue | readonly string[];
}

/** What becomes of the documents of one commit. */
export interface Writes {
  readonly put: readonly Stored[];
  readonly remove: readonly string[];
}

/** MongoDB allows 16 MiB a document; some room is for what is searched by. */
const MOST_BYTES = 15 * 1024 * 1024;
/** MongoDB allows 64 indexes a collection, of which it makes one itself. */
const MOST_INDEXES = 63;

/** `f0` for the first field, `_id` for the id. @throws RangeError for an undeclared field */
export function fieldKey({ name, fields }: CollectionSpec, field: string): `f${number}` | '_id' {
  if (field === 'id') return '_id';
  const index = fields.indexOf(field);
  if (index < 0) throw new RangeError(`${name} declares no field ${field}`);
  return `f${index}`;
}

/** `l0` for the first list. @throws RangeError for an undeclared list */
export function listKey({ name, lists }: CollectionSpec, list: string): `l${number}` {
  const index = lists.indexOf(list);
  if (index < 0) throw new RangeError(`${name} declares no list ${list}`);
  return `l${index}`;
}

/**
 * One index for each field and each list, each continued by the id: so a page sorted by the field, and the pages of one value
 * in order of ids, are read from the index in order. No two lists may share an index (MongoDB has no index over two arrays).
 * @throws RangeError for more fields and lists than MongoDB has indexes
 */
export function indexesOf({ name, fields, lists }: CollectionSpec): readonly IndexDescription[] {
  if (fields.length + lists.length > MOST_INDEXES)
    throw new RangeError(`${name} declares more than ${MOST_INDEXES} fields and lists`);
  const keys = [...fields.map((_, at) => `f${at}`), ...lists.map((_, at) => `l${at}`)];
  return keys.map((key) => ({ key: { [key]: 1, _id: 1 } }));
}

/**
 * The changes of a commit ready to be written, the last one for each id: whatever is wrong with one is found here, before
 * anything moves.
 * @throws TypeError for a document without an id, too large, or whose declared fields and lists hold something else
 */
export function writesOf(spec: CollectionSpec, changes: readonly Change[]): Writes {
  const last = new Map<string, Stored | undefined>();
  for (const change of changes) {
    if ('remove' in change) last.set(change.remove, undefined);
    else {
      const stored = storedOf(spec, change.put);
      last.set(stored._id, stored);
    }
  }
  return {
    put: [...last.values()].filter((stored) => stored !== undefined),
    remove: [...last].flatMap(([id, stored]) => (stored === undefined ? [id] : [])),
  };
}

function storedOf(spec: CollectionSpec, put: Extract<Change, { put: unknown }>['put']): Stored {
  if (typeof put.id !== 'string') throw new TypeError(`A document of ${spec.name} has no id`);
  const searched = [
    ...spec.fields.map((field, at) => [`f${at}`, fieldIn(put, field)]),
    ...spec.lists.map((list, at) => [`l${at}`, listIn(put, list)]),
  ];
  const doc = JSON.stringify(put);
  if (Buffer.byteLength(doc) > MOST_BYTES)
    throw new TypeError(`The document ${put.id} of ${spec.name} is larger than ${MOST_BYTES} bytes`);
  return { _id: put.id, ...Object.fromEntries(searched), doc };
}

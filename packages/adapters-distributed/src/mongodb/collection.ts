import {
  type Collection,
  type CollectionSpec,
  cursorOf,
  type Doc,
  type FieldValue,
  type Filter,
  type FindOptions,
  type Page,
} from '@jiandu/eventing';
import { type Document, type Collection as DocumentsOf, MongoServerError } from 'mongodb';
import type { CausalReads } from './causal-reads.ts';
import { QUERY_MS } from './connection.ts';
import { allOf, filterOf, type Wanted, wantedBy } from './find-filter.ts';
import { pageWanted } from './find-page.ts';
import type { IndexInsistence } from './index-insistence.ts';
import { fieldKey, type Stored } from './stored-document.ts';

export interface MongoCollectionParts {
  readonly spec: CollectionSpec;
  readonly docs: DocumentsOf<Stored>;
  readonly reads: CausalReads;
  readonly insistence: IndexInsistence | undefined;
  /** Rejects when the collection was dropped: MongoDB answers as if it were empty. */
  readonly requireThere: () => Promise<void>;
}

/** Reads of one collection. */
export class MongoCollection<T extends Doc> implements Collection<T> {
  readonly #parts: MongoCollectionParts;

  constructor(parts: MongoCollectionParts) {
    this.#parts = parts;
  }

  async get(id: string): Promise<T | undefined> {
    return (await this.getMany([id])).get(id);
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, T>> {
    if (ids.length === 0) return new Map();
    const { docs, reads, requireThere } = this.#parts;
    const wanted = { _id: { $in: [...new Set(ids)] } };
    const found = await reads.read((reading) =>
      docs.find(wanted, { ...reading, projection: { doc: 1 }, maxTimeMS: QUERY_MS }).toArray(),
    );
    if (found.length === 0) await requireThere();
    return new Map(found.map(({ _id, doc }) => [_id, JSON.parse(doc) as T]));
  }

  async find(options: FindOptions): Promise<Page<T>> {
    const { spec, docs, reads } = this.#parts;
    const { wanted, behind, sort, sorted } = pageWanted(spec, options);
    const filter = filterOf(wanted);
    if (filter === undefined) return { items: [] };
    const found = await this.#answered(wanted, () =>
      reads.read((reading) =>
        docs
          .find(allOf([filter, ...behind].filter(isCondition)), {
            ...reading,
            sort,
            // One more than the page holds, to know whether there is a next one.
            limit: options.limit + 1,
            projection: { doc: 1, ...(sorted === undefined ? {} : { [sorted]: 1 }) },
            maxTimeMS: QUERY_MS,
            ...(isCondition(filter) || sorted !== undefined ? {} : { hint: '_id_' }),
          })
          .toArray(),
      ),
    );
    if (found.length === 0) await this.#parts.requireThere();
    const items = found.slice(0, options.limit).map(({ doc }) => JSON.parse(doc) as T);
    const last = found[options.limit - 1];
    if (found.length <= options.limit || last === undefined) return { items };
    const value = sorted === undefined ? last._id : valueAt(last, sorted);
    return { items, next: cursorOf(options.sort === undefined ? [last._id] : [last._id, value]) };
  }

  async count(filter?: Filter, anyOf?: readonly Filter[]): Promise<number> {
    const { spec, docs, reads } = this.#parts;
    const wanted = wantedBy(spec, filter, anyOf);
    const asked = filterOf(wanted);
    if (asked === undefined) return 0;
    const hint = isCondition(asked) ? {} : { hint: '_id_' };
    const number = await this.#answered(wanted, () =>
      reads.read((reading) => docs.countDocuments(asked, { ...reading, ...hint, maxTimeMS: QUERY_MS })),
    );
    if (number === 0) await this.#parts.requireThere();
    return number;
  }

  async groupBy(
    field: string,
    filter?: Filter,
    anyOf?: readonly Filter[],
  ): Promise<ReadonlyMap<FieldValue, number>> {
    const { spec, docs, reads } = this.#parts;
    const key = fieldKey(spec, field);
    const wanted = wantedBy(spec, filter, anyOf);
    const asked = filterOf(wanted);
    if (asked === undefined) return new Map();
    const hint = isCondition(asked) ? {} : { hint: key === '_id' ? '_id_' : { [key]: 1, _id: 1 } };
    const stages = [
      { $match: asked },
      { $group: { _id: `$${key}`, number: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ];
    const groups = await this.#answered(wanted, () =>
      reads.read((reading) =>
        docs
          .aggregate<{ _id: FieldValue; number: number }>(stages, {
            ...reading,
            ...hint,
            maxTimeMS: QUERY_MS,
          })
          .toArray(),
      ),
    );
    if (groups.length === 0) await this.#parts.requireThere();
    return new Map(groups.map(({ _id, number }) => [_id, number]));
  }

  async #answered<A>(wanted: Wanted, ask: () => Promise<A>): Promise<A> {
    await this.#parts.insistence?.insist(wanted);
    try {
      return await ask();
    } catch (error) {
      // Without the collection there is no index to read it by either.
      if (error instanceof MongoServerError) await this.#parts.requireThere();
      throw error;
    }
  }
}

function isCondition(filter: Document): boolean {
  return Object.keys(filter).length > 0;
}

function valueAt(stored: Stored, key: `f${number}`): FieldValue {
  const value = stored[key];
  return typeof value === 'object' ? null : (value ?? null);
}

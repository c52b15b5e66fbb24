import type { Checkpoint } from './event-feed.ts';

export type FieldValue = string | number | boolean | null;

/** What a document must satisfy; all fields of a filter must hold. Only declared indexed fields may be named. */
export type Condition =
  | FieldValue
  | { readonly in: readonly FieldValue[] }
  | {
      readonly gt?: FieldValue;
      readonly gte?: FieldValue;
      readonly lt?: FieldValue;
      readonly lte?: FieldValue;
    }
  | { readonly prefix: string }
  /** For fields holding a list: it contains all of these. */
  | { readonly all: readonly string[] };
export type Filter = Readonly<Record<string, Condition>>;

export interface FindOptions {
  readonly filter?: Filter;
  /** Alternatives, any of which must hold as well as `filter` (used by access rules). An empty list matches nothing. */
  readonly anyOf?: readonly Filter[];
  /** Indexed field to sort by; ties are broken by id. By id unless told. */
  readonly sort?: { readonly field: string; readonly descending?: boolean };
  /** Opaque cursor of the page before. */
  readonly after?: string;
  /** Documents on a page, 1–1000. */
  readonly limit: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

/** A document of a read model. */
export interface Doc {
  readonly id: string;
}

export interface CollectionSpec {
  /** Name of the collection, unique in the installation, e.g. `reporting.mainLedger@3`. */
  readonly name: string;
  /** Fields that may be filtered or sorted by. */
  readonly fields: readonly string[];
  /** Fields holding lists of strings that may be filtered with `all`. */
  readonly lists: readonly string[];
}

export interface Collection<T extends Doc> {
  get(id: string): Promise<T | undefined>;
  /** The known ones of these ids. */
  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, T>>;
  find(options: FindOptions): Promise<Page<T>>;
  count(filter?: Filter, anyOf?: readonly Filter[]): Promise<number>;
  /** Number of documents per value of an indexed field. */
  groupBy(
    field: string,
    filter?: Filter,
    anyOf?: readonly Filter[],
  ): Promise<ReadonlyMap<FieldValue, number>>;
}

export type Change<T extends Doc = Doc> = { readonly put: T } | { readonly remove: string };

/**
 * Read models: documents, and how far each was folded. An adapter MUST move the changes of one `commit` and its
 * checkpoint together or not at all, also across a crash. It MAY lose the newest commits in a crash (they are folded again),
 * but never one without those before it.
 */
export interface ReadModels {
  /** Makes the collection with its indexes if it is not there; throws when a filter names an undeclared field later. */
  open<T extends Doc>(spec: CollectionSpec): Promise<Collection<T>>;
  /** Applies changes to one collection and moves its checkpoint. */
  commit(collection: string, changes: readonly Change[], checkpoint: Checkpoint): Promise<void>;
  checkpoint(collection: string): Promise<Checkpoint | undefined>;
  /** The collection that answers for a view; switched in one step when a rebuilt one is level. */
  active(view: string): Promise<string | undefined>;
  activate(view: string, collection: string): Promise<void>;
  /** Every document of a collection in id order, for comparing and exporting. */
  scan(collection: string): AsyncIterable<Doc>;
  drop(collection: string): Promise<void>;
  /** Names of all collections. */
  collections(): Promise<readonly string[]>;
  close(): Promise<void>;
}

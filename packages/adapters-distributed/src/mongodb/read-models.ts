import type { Change, Checkpoint, Collection, CollectionSpec, Doc, ReadModels } from '@jiandu/eventing';
import type { Db, Collection as DocumentsOf, MongoClient } from 'mongodb';
import { BatchCommit } from './batch-commit.ts';
import { CausalReads } from './causal-reads.ts';
import { MongoCollection } from './collection.ts';
import { CollectionHeads, type Head } from './collection-heads.ts';
import { connectMongo, type MongoOptions, QUERY_MS } from './connection.ts';
import { IndexInsistence } from './index-insistence.ts';
import { type Stored, writesOf } from './stored-document.ts';
import { CheckpointMoved, CollectionDropped, reaching } from './unavailable.ts';

export interface MongoReadModelsOptions extends MongoOptions {
  /** Refuse a search that uses no index, as everywhere but in production; no unless told. */
  readonly insistOnIndexes?: boolean;
}

export type MongoReadModels = ReadModels & {
  /** Resolves when the server answers. */
  ping(): Promise<unknown>;
};

/** A collection as this process knows it. */
interface Known {
  readonly spec: CollectionSpec;
  readonly docs: string;
  /** What the head said when it was last read or written here; unknown after a commit that failed. */
  head: Pick<Head, 'commits' | 'writer'> | undefined;
}

interface ActiveCollection {
  readonly _id: string;
  readonly collection: string;
}

/** Documents read in one go by a scan. */
const SCAN_PAGE = 500;

/**
 * Opens read models in MongoDB, waiting up to a minute for a server that is not there yet. Documents and checkpoint of a commit
 * are one transaction, in the journals of a majority when it resolves. A commit is rejected with `CheckpointMoved` when another
 * process has committed since the checkpoint was last read here, and with `MongoUnavailable` when its outcome is not known; after
 * either the checkpoint must be read before the next commit.
 * @throws MongoUnavailable when the server cannot be reached in time
 */
export async function openMongoReadModels(options: MongoReadModelsOptions): Promise<MongoReadModels> {
  const client = await connectMongo(options);
  return new ReadModelsInMongo(client, client.db(options.database), options.insistOnIndexes ?? false);
}

class ReadModelsInMongo implements ReadModels {
  readonly #client: MongoClient;
  readonly #db: Db;
  readonly #insistOnIndexes: boolean;
  readonly #reads: CausalReads;
  readonly #heads: CollectionHeads;
  readonly #active: DocumentsOf<ActiveCollection>;
  readonly #batches: BatchCommit;
  readonly #known = new Map<string, Known>();
  /** The last work on each collection's checkpoint: one at a time. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(client: MongoClient, db: Db, insistOnIndexes: boolean) {
    this.#client = client;
    this.#db = db;
    this.#insistOnIndexes = insistOnIndexes;
    this.#reads = new CausalReads(client);
    this.#heads = new CollectionHeads(db, this.#reads);
    this.#active = db.collection<ActiveCollection>('active');
    this.#batches = new BatchCommit(client, this.#heads.heads, this.#reads);
  }

  async open<T extends Doc>(spec: CollectionSpec): Promise<Collection<T>> {
    const { docs } = this.#know(await this.#heads.ensure(spec));
    return this.#collection<T>(spec, docs);
  }

  async commit(collection: string, changes: readonly Change[], checkpoint: Checkpoint): Promise<void> {
    const known = this.#known.get(collection) ?? this.#know(await this.#headOf(collection));
    const writes = writesOf(known.spec, changes);
    await this.#oneAtATime(collection, async () => {
      const { head } = known;
      if (head === undefined) throw new CheckpointMoved(collection);
      known.head = undefined;
      const batch = { collection, after: head.commits, writer: head.writer, writes, checkpoint };
      await this.#batches.write(batch, this.#db.collection<Stored>(known.docs));
      known.head = { commits: head.commits + 1, writer: this.#batches.writerOf(collection) };
    });
  }

  async checkpoint(collection: string): Promise<Checkpoint | undefined> {
    return this.#oneAtATime(collection, async () => {
      const head = await this.#heads.of(collection);
      if (head === undefined) this.#known.delete(collection);
      else this.#know(head);
      return head?.checkpoint;
    });
  }

  async active(view: string): Promise<string | undefined> {
    const found = await this.#reads.read((reading) => this.#active.findOne({ _id: view }, reading));
    return found?.collection;
  }

  async activate(view: string, collection: string): Promise<void> {
    await this.#headOf(collection);
    await reaching(() => this.#active.replaceOne({ _id: view }, { collection }, { upsert: true }));
  }

  async *scan(collection: string): AsyncIterable<Doc> {
    const { docs: name } = await this.#headOf(collection);
    const docs = this.#db.collection<Stored>(name);
    const options = { sort: { _id: 1 }, limit: SCAN_PAGE, hint: '_id_', maxTimeMS: QUERY_MS } as const;
    let page = await this.#reads.read((reading) => docs.find({}, { ...reading, ...options }).toArray());
    while (page.length > 0) {
      for (const { doc } of page) yield JSON.parse(doc) as Doc;
      const behind = { _id: { $gt: page.at(-1)?._id ?? '' } };
      page = await this.#reads.read((reading) => docs.find(behind, { ...reading, ...options }).toArray());
    }
    await this.#requireThere(collection, name);
  }

  async drop(collection: string): Promise<void> {
    await this.#oneAtATime(collection, async () => {
      await this.#heads.drop(collection);
      this.#known.delete(collection);
      await reaching(() => this.#active.deleteMany({ collection }));
    });
  }

  collections(): Promise<readonly string[]> {
    return this.#heads.names();
  }

  ping(): Promise<unknown> {
    return reaching(() => this.#db.command({ ping: 1 }));
  }

  async close(): Promise<void> {
    await Promise.all(this.#queues.values());
    await this.#batches.close();
    await this.#client.close();
  }

  #collection<T extends Doc>(spec: CollectionSpec, name: string): Collection<T> {
    const docs = this.#db.collection<Stored>(name);
    return new MongoCollection<T>({
      spec,
      docs,
      reads: this.#reads,
      insistence: this.#insistOnIndexes ? new IndexInsistence(spec.name, docs) : undefined,
      requireThere: () => this.#requireThere(spec.name, name),
    });
  }

  /** Remembers a head as just read. */
  #know(head: Head): Known {
    const { _id, spec, docs } = head;
    const known = this.#known.get(_id);
    if (known?.docs === docs) {
      known.head = head;
      return known;
    }
    const fresh = { spec: JSON.parse(spec) as CollectionSpec, docs, head };
    this.#known.set(_id, fresh);
    return fresh;
  }

  /** @throws Error when there is no such collection */
  async #headOf(collection: string): Promise<Head> {
    const head = await this.#heads.of(collection);
    if (head === undefined) throw new Error(`There is no collection ${collection}`);
    return head;
  }

  async #requireThere(collection: string, docs: string): Promise<void> {
    if ((await this.#heads.of(collection))?.docs !== docs) throw new CollectionDropped(collection);
  }

  async #oneAtATime<T>(collection: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(collection) ?? Promise.resolve();
    const mine = before.then(work);
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(collection, over);
    return mine;
  }
}

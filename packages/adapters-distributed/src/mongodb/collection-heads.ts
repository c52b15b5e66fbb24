import { randomBytes } from 'node:crypto';
import type { Checkpoint, CollectionSpec } from '@jiandu/eventing';
import type { Binary, Collection, Db } from 'mongodb';
import type { CausalReads } from './causal-reads.ts';
import { indexesOf } from './stored-document.ts';
import { MongoUnavailable, reaching } from './unavailable.ts';

/** What stands at the head of a collection: how it was declared, where its documents are, and how far they are folded. */
export interface Head {
  /** Name of the collection, e.g. `reporting.mainLedger@3`. */
  readonly _id: string;
  /** Declaration, as text, to be compared. */
  readonly spec: string;
  /** MongoDB's collection that holds the documents; never the same again after a drop, so that nobody late finds another's. */
  readonly docs: string;
  /** Counts the commits; who has not seen the last one may not write the next. */
  readonly commits: number;
  readonly checkpoint?: Checkpoint;
  /** Session of whoever writes the collection, by which its successor ends what it may have left open. */
  readonly writer?: Binary;
  /** Its drop has begun: it is there for nobody. */
  readonly dropping?: boolean;
}

const DUPLICATE = 11_000;
const EXISTS = 48;
const LOOK_EVERY_MS = 100;
const MOST_LOOKS = 50;

/** The heads of all collections, one document each, in the MongoDB collection `collections`. */
export class CollectionHeads {
  readonly heads: Collection<Head>;
  readonly #db: Db;
  readonly #reads: CausalReads;

  constructor(db: Db, reads: CausalReads) {
    this.#db = db;
    this.#reads = reads;
    this.heads = db.collection<Head>('collections');
  }

  /** The head of a collection; `undefined` when there is no such collection. @throws MongoUnavailable */
  async of(name: string): Promise<Head | undefined> {
    const head = await this.#reads.read((reading) => this.heads.findOne({ _id: name }, reading));
    return head === null || head.dropping ? undefined : head;
  }

  /**
   * The head of a collection that is made, with its indexes, if it is not there.
   * @throws Error when it is there but declared otherwise
   */
  async ensure({ name, fields, lists }: CollectionSpec): Promise<Head> {
    const spec = JSON.stringify({ name, fields, lists });
    const indexes = indexesOf({ name, fields, lists });
    const head = (await this.of(name)) ?? (await this.#register(name, spec));
    if (head.spec !== spec) throw new Error(`${name} exists with other fields or lists; raise its version`);
    await reaching(async () => {
      if (indexes.length > 0) await this.#db.collection(head.docs).createIndexes([...indexes]);
      else await this.#create(head.docs);
    });
    return head;
  }

  /** First nobody finds it any more, nor may write to it, then the documents go; begun and not ended, it is ended by the next one. */
  async drop(name: string): Promise<void> {
    const dropping = { $set: { dropping: true }, $inc: { commits: 1 } } as const;
    const head = await reaching(() => this.heads.findOneAndUpdate({ _id: name }, dropping));
    if (head !== null) await this.#endDrop(head);
  }

  async #endDrop({ _id, docs }: Head): Promise<void> {
    await reaching(async () => {
      await this.#db.collection(docs).drop();
      await this.heads.deleteOne({ _id, docs });
    });
  }

  /** @throws MongoUnavailable */
  async names(): Promise<readonly string[]> {
    const heads = await this.#reads.read((reading) =>
      this.heads.find({ dropping: { $exists: false } }, { ...reading, sort: { _id: 1 } }).toArray(),
    );
    return heads.map(({ _id }) => _id);
  }

  /** Of two that register at once, both get the head of one. */
  async #register(name: string, spec: string): Promise<Head> {
    const begun = await reaching(() => this.heads.findOne({ _id: name, dropping: true }));
    if (begun !== null) await this.#endDrop(begun);
    const head: Head = { _id: name, spec, docs: documentsName(name), commits: 0 };
    try {
      await reaching(() => this.heads.insertOne(head));
      return head;
    } catch (error) {
      if (!isCode(error, DUPLICATE)) throw error;
      return this.#registered(name, error);
    }
  }

  /** The head that another one has just registered; a majority may need a moment to have it. */
  async #registered(name: string, cause: unknown): Promise<Head> {
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const head = await this.of(name);
      if (head !== undefined) return head;
      await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
    }
    throw new MongoUnavailable(cause);
  }

  /** A collection without indexes of its own is made on purpose, so that a transaction need not. */
  async #create(docs: string): Promise<void> {
    try {
      await this.#db.createCollection(docs);
    } catch (error) {
      if (!isCode(error, EXISTS)) throw error;
    }
  }
}

/** `docs.reporting.mainLedger@3.5f2c…`: readable for operators, safe for MongoDB, and used once. */
function documentsName(name: string): string {
  const readable = name.replaceAll(/[^A-Za-z0-9@+._-]/gu, '_').slice(0, 100);
  return `docs.${readable}.${randomBytes(8).toString('hex')}`;
}

function isCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

import type { Checkpoint } from '@jiandu/eventing';
import type { Binary, ClientSession, Collection, MongoClient } from 'mongodb';
import type { CausalReads } from './causal-reads.ts';
import type { Head } from './collection-heads.ts';
import { DURABLE } from './connection.ts';
import type { Stored, Writes } from './stored-document.ts';
import { CheckpointMoved, isConflict, reaching } from './unavailable.ts';

/** A commit as it goes to the server. */
export interface Batch {
  readonly collection: string;
  /** How many commits there were when its checkpoint was read or written here. */
  readonly after: number;
  /** Who wrote the collection until now, by the same head. */
  readonly writer: Binary | undefined;
  readonly writes: Writes;
  readonly checkpoint: Checkpoint;
}

const MOST_ATTEMPTS = 5;
const PAUSE_MS = 20;
const COMMIT_MS = 10_000;
const TAKE_OVER_MS = 2_000;

/**
 * Writes batches, each as one transaction of documents and checkpoint: either all of it is there, for every reader and after
 * every crash, or nothing. The number of commits in the head is the guard: it is counted up in the same transaction, so of two
 * who saw the same state only one can write, and one who was thought dead writes nothing.
 *
 * A writer killed in the middle leaves a transaction open, which MongoDB would keep for a minute and which nobody could write
 * beside. So each collection is written in a session of its own, named in its head; whoever takes over ends that session first.
 * A transaction of one's own that was left open ends with the next one in the same session.
 */
export class BatchCommit {
  readonly #client: MongoClient;
  readonly #heads: Collection<Head>;
  readonly #reads: CausalReads;
  readonly #sessions = new Map<string, ClientSession>();

  constructor(client: MongoClient, heads: Collection<Head>, reads: CausalReads) {
    this.#client = client;
    this.#heads = heads;
    this.#reads = reads;
  }

  /**
   * @throws CheckpointMoved when somebody else has committed meanwhile
   * @throws MongoUnavailable when it is not known whether the batch was written
   */
  async write(batch: Batch, docs: Collection<Stored>): Promise<void> {
    const session = this.#sessionOf(batch.collection);
    try {
      await reaching(async () => {
        if (!sameWriter(batch.writer, writerIn(session))) await this.#takeOver(batch, session);
        await this.#attempts(batch, docs, session);
      });
    } finally {
      this.#reads.follow(session);
    }
  }

  /** Who writes a collection here. */
  writerOf(collection: string): Binary {
    return writerIn(this.#sessionOf(collection));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.endSession()));
  }

  #sessionOf(collection: string): ClientSession {
    const session = this.#sessions.get(collection) ?? this.#client.startSession();
    this.#sessions.set(collection, session);
    return session;
  }

  async #takeOver({ collection, after, writer: before }: Batch, session: ClientSession): Promise<void> {
    if (before !== undefined) await this.#client.db('admin').command({ killSessions: [{ id: before }] });
    const { matchedCount } = await this.#heads.updateOne(
      { _id: collection, commits: after },
      { $set: { writer: writerIn(session) } },
      { maxTimeMS: TAKE_OVER_MS },
    );
    if (matchedCount !== 1) throw new CheckpointMoved(collection);
  }

  /** A conflict with another writer is tried again soon: the guard tells who was first. */
  async #attempts(batch: Batch, docs: Collection<Stored>, session: ClientSession): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(batch, docs, session);
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (!isConflict(error) || attempt === MOST_ATTEMPTS) throw error;
        await new Promise((wake) => setTimeout(wake, PAUSE_MS * attempt));
      }
    }
  }

  async #attempt(batch: Batch, docs: Collection<Stored>, session: ClientSession): Promise<void> {
    const { collection, after, writes, checkpoint } = batch;
    session.startTransaction({
      readConcern: { level: 'snapshot' },
      writeConcern: DURABLE,
      maxCommitTimeMS: COMMIT_MS,
    });
    const { matchedCount } = await this.#heads.updateOne(
      { _id: collection, commits: after, writer: writerIn(session) },
      { $set: { checkpoint }, $inc: { commits: 1 } },
      { session },
    );
    if (matchedCount !== 1) throw new CheckpointMoved(collection);
    if (writes.put.length > 0) {
      const puts = writes.put.map((replacement) => ({
        replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
      }));
      await docs.bulkWrite(puts, { session, ordered: true });
    }
    if (writes.remove.length > 0) await docs.deleteMany({ _id: { $in: [...writes.remove] } }, { session });
    await session.commitTransaction();
  }
}

/** A session's own id. */
function writerIn({ id }: ClientSession): Binary {
  if (id === undefined) throw new Error('The session has ended');
  return id.id;
}

function sameWriter(a: Binary | undefined, b: Binary): boolean {
  return a !== undefined && Buffer.from(a.value()).equals(Buffer.from(b.value()));
}

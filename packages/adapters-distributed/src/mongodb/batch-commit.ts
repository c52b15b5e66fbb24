import type { Checkpoint } from '@jiandu/eventing';
import type { ClientSession, Collection, MongoClient } from 'mongodb';
import type { CausalReads } from './causal-reads.ts';
import type { Head } from './collection-heads.ts';
import { DURABLE } from './connection.ts';
import type { Stored, Writes } from './stored-document.ts';
import { CheckpointMoved, mayPass, reaching } from './unavailable.ts';

/** A commit as it goes to the server. */
export interface Batch {
  readonly collection: string;
  /** How many commits there were when its checkpoint was read or written here. */
  readonly after: number;
  readonly writes: Writes;
  readonly checkpoint: Checkpoint;
}

const MOST_ATTEMPTS = 5;
const COMMIT_MS = 10_000;

/**
 * Writes batches, each as one transaction of documents and checkpoint: either all of it is there, for every reader and after
 * every crash, or nothing. The number of commits in the head is the guard: it is counted up in the same transaction, so of two
 * who saw the same state only one can write, and one who was thought dead writes nothing.
 */
export class BatchCommit {
  readonly #client: MongoClient;
  readonly #heads: Collection<Head>;
  readonly #reads: CausalReads;

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
    const session = this.#client.startSession();
    try {
      await reaching(() => this.#attempts(batch, docs, session));
    } finally {
      this.#reads.follow(session);
      await session.endSession();
    }
  }

  /** A conflict with another writer is tried again at once: the guard tells who was first. */
  async #attempts(batch: Batch, docs: Collection<Stored>, session: ClientSession): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(batch, docs, session);
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        const again = error instanceof CheckpointMoved ? false : isBeforeCommit(error);
        if (!again || attempt === MOST_ATTEMPTS) throw error;
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
      { _id: collection, commits: after },
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

/** The server has said that nothing of the transaction is or will be there. */
function isBeforeCommit(error: unknown): boolean {
  if (!(error instanceof Error) || !('hasErrorLabel' in error) || typeof error.hasErrorLabel !== 'function')
    return false;
  return mayPass(error) && error.hasErrorLabel('TransientTransactionError') === true;
}

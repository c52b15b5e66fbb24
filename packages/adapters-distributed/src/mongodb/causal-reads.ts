import type { ClientSession, ClusterTime, MongoClient, ReadConcernLike, Timestamp } from 'mongodb';
import { reaching } from './unavailable.ts';

/** What a read is given. */
export interface Reading {
  readonly session: ClientSession;
  readonly readConcern: ReadConcernLike;
}

/**
 * Reads that see everything acknowledged here, and nothing that a change of primary could still take back: a fold never starts
 * from a document that later never was. Majority alone is not enough, for a new primary may be a moment late in knowing what the
 * majority has; so every read carries the time of the newest write.
 */
export class CausalReads {
  readonly #client: MongoClient;
  #operation: Timestamp | undefined;
  #cluster: ClusterTime | undefined;

  constructor(client: MongoClient) {
    this.#client = client;
  }

  /** @throws MongoUnavailable */
  async read<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
    const session = this.#client.startSession({ causalConsistency: true });
    try {
      if (this.#operation !== undefined) session.advanceOperationTime(this.#operation);
      if (this.#cluster !== undefined) session.advanceClusterTime(this.#cluster);
      return await reaching(() => work({ session, readConcern: { level: 'majority' } }));
    } finally {
      this.follow(session);
      await session.endSession();
    }
  }

  /** Later reads see what was done in this session. */
  follow({ operationTime, clusterTime }: ClientSession): void {
    if (operationTime !== undefined && (this.#operation?.lessThan(operationTime) ?? true))
      this.#operation = operationTime;
    if (clusterTime !== undefined && (this.#cluster?.clusterTime.lessThan(clusterTime.clusterTime) ?? true))
      this.#cluster = clusterTime;
  }
}

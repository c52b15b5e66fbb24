/**
 * Two ways to move documents and their checkpoint together, measured in one run on one server: a journal in one document and
 * idempotent writes after it, or one transaction. Run with MONGO_URL for a replica set; without it on the local test server,
 * whose figures are good for the ratio alone. `node packages/adapters-distributed/scripts/commit-ways.ts`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongoServer } from '@jiandu/local-servers/mongodb';
import { type Collection, type Db, MongoClient, type WriteConcern } from 'mongodb';

interface Stored {
  readonly _id: string;
  /** Number of the commit that wrote it. */
  readonly n: number;
  readonly f0: string;
  readonly f1: number;
  readonly doc: string;
}

interface Head {
  readonly _id: string;
  readonly n: number;
  readonly checkpoint: string;
  readonly pending?: readonly Stored[];
}

type Commit = (n: number, docs: readonly Stored[]) => Promise<void>;

const BATCHES = [1, 10, 100, 500] as const;
const ROUNDS = 3;
const MS_A_CELL = 1_000;
const MOST_COMMITS = 200;
const DURABLE = { w: 'majority', journal: true } as const;
const durable = { writeConcern: DURABLE as WriteConcern };

/**
 * The journal first, guarded by its number; then the documents. Each of them is guarded too, for a late writer must not undo a newer
 * one; without these guards it is what one writer alone could do, and only there to show what they cost.
 */
function journalled(heads: Collection<Head>, docs: Collection<Stored>, guarded: boolean): Commit {
  return async (n, changed) => {
    const journal = { n, checkpoint: String(n), pending: changed };
    const moved = await heads.updateOne({ _id: 'view', n: n - 1 }, { $set: journal }, durable);
    if (moved.matchedCount !== 1) throw new Error('the guard did not hold');
    const writes = changed.map((doc) => ({
      replaceOne: {
        filter: { _id: doc._id, ...(guarded ? { n: { $lt: n } } : {}) },
        replacement: doc,
        upsert: true,
      },
    }));
    await docs.bulkWrite(writes, { ordered: false, ...durable });
  };
}

/** Head and documents in one transaction. */
function transacted(client: MongoClient, heads: Collection<Head>, docs: Collection<Stored>): Commit {
  return async (n, changed) => {
    const session = client.startSession();
    try {
      session.startTransaction({ readConcern: { level: 'snapshot' }, ...durable });
      const head = { n, checkpoint: String(n) };
      const moved = await heads.updateOne({ _id: 'view', n: n - 1 }, { $set: head }, { session });
      if (moved.matchedCount !== 1) throw new Error('the guard did not hold');
      const writes = changed.map((doc) => ({
        replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true },
      }));
      await docs.bulkWrite(writes, { ordered: true, session });
      await session.commitTransaction();
    } finally {
      await session.endSession();
    }
  };
}

/** Documents as the main ledger has them: about 1.5 kB, half of them new, half of them known. */
function batchOf(n: number, size: number): readonly Stored[] {
  return Array.from({ length: size }, (_, at) => {
    const id = `M-${(at % 2 === 0 ? n * size + at : (at * 7) % 1_000).toString().padStart(9, '0')}`;
    return { _id: id, n, f0: `63${at % 100}`, f1: at, doc: JSON.stringify({ id, text: '监督'.repeat(250) }) };
  });
}

async function fresh(db: Db, name: string) {
  const heads = db.collection<Head>(`${name}.heads`);
  const docs = db.collection<Stored>(`${name}.docs`);
  await docs.createIndexes([{ key: { f0: 1, _id: 1 } }, { key: { f1: 1, _id: 1 } }]);
  await heads.insertOne({ _id: 'view', n: 0, checkpoint: '0' }, durable);
  return { heads, docs };
}

/** Commits a second, and again until the cell's time is over. */
async function rate(commit: Commit, from: number, size: number): Promise<{ perSecond: number; n: number }> {
  const begin = performance.now();
  let n = from;
  while (performance.now() - begin < MS_A_CELL && n - from < MOST_COMMITS) {
    n += 1;
    await commit(n, batchOf(n, size));
  }
  return { perSecond: ((n - from) * 1_000) / (performance.now() - begin), n };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const TITLES = {
  journal: '(a) journal, then documents',
  unguarded: '(a) unguarded: one writer only',
  transaction: '(b) one transaction',
} as const;
type Way = keyof typeof TITLES;
const WAYS: readonly Way[] = ['journal', 'unguarded', 'transaction'];

async function waysOn(client: MongoClient, db: Db): Promise<Readonly<Record<Way, Commit>>> {
  const [journal, unguarded, transaction] = [
    await fresh(db, 'journal'),
    await fresh(db, 'unguarded'),
    await fresh(db, 'transaction'),
  ];
  return {
    journal: journalled(journal.heads, journal.docs, true),
    unguarded: journalled(unguarded.heads, unguarded.docs, false),
    transaction: transacted(client, transaction.heads, transaction.docs),
  };
}

async function measure(client: MongoClient): Promise<void> {
  const db = client.db(`jiandu_commit_ways_${process.pid}`);
  try {
    const ways = await waysOn(client, db);
    const reached: Record<Way, number> = { journal: 0, unguarded: 0, transaction: 0 };
    console.log(`commits a second, median of ${ROUNDS} rounds taken in turn (lowest-highest)`);
    console.log(`| documents a commit | ${WAYS.map((way) => TITLES[way]).join(' | ')} | b : a |`);
    console.log('|---|---|---|---|---|');
    for (const size of BATCHES) {
      const seen: Record<Way, number[]> = { journal: [], unguarded: [], transaction: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const way of WAYS) {
          const { perSecond, n } = await rate(ways[way], reached[way], size);
          reached[way] = n;
          seen[way].push(perSecond);
        }
      }
      const cells = WAYS.map(
        (way) =>
          `${median(seen[way]).toFixed(1)} (${Math.min(...seen[way]).toFixed(1)}-${Math.max(...seen[way]).toFixed(1)})`,
      );
      const ratio = median(seen.transaction) / median(seen.journal);
      console.log(`| ${size} | ${cells.join(' | ')} | ${ratio.toFixed(2)} |`);
    }
  } finally {
    await db.dropDatabase();
  }
}

async function on(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    await measure(client);
  } finally {
    await client.close();
  }
}

const url = process.env['MONGO_URL'];
if (url === undefined) {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-commit-ways-'));
  const server = await startMongoServer({ directory, say: console.error });
  console.log(`${server.name} (MongoDB protocol, Python): only the ratio means something`);
  try {
    await on(server.url);
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
} else {
  await on(url);
}

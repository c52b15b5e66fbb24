import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyRing, ReadModels } from '@jiandu/eventing';
import {
  type ContractCase,
  contractSizes,
  keyRingContract,
  type Opened,
  readModelsContract,
} from '@jiandu/eventing/contract';
import { ServerMissing } from '@jiandu/local-servers';
import { type ContainedEngine, startContained } from '@jiandu/local-servers/containers';
import { startMongoServer } from '@jiandu/local-servers/mongodb';
import { MongoClient } from 'mongodb';
import { type MongoOptions, openMongoKeyRing, openMongoReadModels } from '../../src/mongodb/index.ts';
import type { Stand, StandToTry } from './stand.ts';

/** An adapter that is opened again on the same database. */
async function openedBy<A extends ReadModels | KeyRing>(open: () => Promise<A>): Promise<Opened<A>> {
  let current = await open();
  return {
    adapter: current,
    reopen: async () => {
      await current.close();
      current = await open();
      return current;
    },
    close: () => current.close(),
  };
}

const readModelCases = (options: MongoOptions) =>
  readModelsContract(() => openedBy(() => openMongoReadModels({ ...options, insistOnIndexes: true })));

const keyRingCases = (options: MongoOptions) =>
  keyRingContract(() =>
    openedBy(() => openMongoKeyRing({ ...options, masterKey: new Uint8Array(32).fill(7) })),
  );

/** A database that nobody used before. */
export function freshDatabase(): string {
  return `jiandu_test_${randomBytes(6).toString('hex')}`;
}

type Cases = (options: MongoOptions) => readonly ContractCase[];

/** The protocol of MongoDB over the WiredTiger engine, on this machine. */
async function standOnLocal(cases: Cases): Promise<Stand> {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-mongodb-'));
  try {
    const server = await startMongoServer({ directory, say: () => undefined, download: false });
    return {
      on: `SecantusDB ${server.version} (MongoDB protocol)`,
      cases: cases({ url: server.url, database: freshDatabase() }),
      close: async () => {
        await server.stop();
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

/** A real MongoDB: one that somebody else started, where the suite's database is dropped at the end, or one in a container. */
async function standOnReal(cases: Cases): Promise<Stand> {
  const given = process.env['MONGO_URL'];
  const engine = given ? { url: given, stop: async () => undefined } : await inContainer();
  const database = freshDatabase();
  const client = new MongoClient(engine.url, { serverSelectionTimeoutMS: 5_000 });
  const { version } = await client.db('admin').command({ buildInfo: 1 });
  return {
    on: `MongoDB ${version}`,
    cases: cases({ url: engine.url, database }),
    close: async () => {
      await client.db(database).dropDatabase();
      await client.close();
      await engine.stop();
    },
  };
}

async function inContainer(): Promise<ContainedEngine> {
  try {
    return await startContained('mongodb');
  } catch (error) {
    if (!(error instanceof ServerMissing)) throw error;
    throw new ServerMissing(
      `${error.message}, and MONGO_URL names no replica set, such as mongodb://127.0.0.1:27017/?directConnection=true`,
    );
  }
}

const local = { wants: 'the MongoDB-protocol server of this machine (`npm run servers`)', local: true };
const real = { wants: 'a MongoDB replica set, at MONGO_URL or in a container', local: false };
const readModels = { port: 'ReadModels', size: contractSizes.readModels } as const;
const keyRing = { port: 'KeyRing', size: contractSizes.keyRing } as const;

export const readModelsOnLocalMongo: StandToTry = {
  ...readModels,
  ...local,
  start: () => standOnLocal(readModelCases),
};
export const keyRingOnLocalMongo: StandToTry = {
  ...keyRing,
  ...local,
  start: () => standOnLocal(keyRingCases),
};
export const readModelsOnReplicaSet: StandToTry = {
  ...readModels,
  ...real,
  start: () => standOnReal(readModelCases),
};
export const keyRingOnReplicaSet: StandToTry = {
  ...keyRing,
  ...real,
  start: () => standOnReal(keyRingCases),
};

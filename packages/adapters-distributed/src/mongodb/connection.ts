import { MongoClient, type MongoClientOptions } from 'mongodb';
import { mayPass, reaching } from './unavailable.ts';

export interface MongoOptions {
  /** Connection string of a replica set, of one node or more, e.g. `mongodb://m1,m2,m3/?replicaSet=rs0`. */
  readonly url: string;
  readonly database: string;
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Certificate authority of the servers; with it, TLS is on. */
  readonly tlsCaFile?: string;
  /** Milliseconds an unreachable server is waited for at the opening; 60 000 unless told. */
  readonly patienceMs?: number;
}

/** Acknowledged means: in the journals of a majority. */
export const DURABLE = { w: 'majority', journal: true, wtimeoutMS: 10_000 } as const;
/** A single operation of a query may take so long on the server. */
export const QUERY_MS = 10_000;

const PATIENCE_MS = 60_000;
const SELECTION_MS = 2_000;
const PAUSE_MS = 500;

/**
 * Connects, waiting for a server that is not there yet. Afterwards an operation finds a primary within two seconds or fails, and
 * a server that has stopped answering is noticed in about four.
 * @throws MongoUnavailable when patience is at an end; an error at once when it refuses the user or is no replica set
 */
export async function connectMongo(options: MongoOptions): Promise<MongoClient> {
  const end = performance.now() + (options.patienceMs ?? PATIENCE_MS);
  for (;;) {
    const client = new MongoClient(options.url, clientOptions(options));
    try {
      await requireReplicaSet(client);
      return client;
    } catch (error) {
      await client.close();
      if (!mayPass(error instanceof Error ? error.cause : error) || performance.now() > end) throw error;
    }
    await new Promise((wake) => setTimeout(wake, PAUSE_MS));
  }
}

/** Transactions need one, of a single node or more; behind a router of a cluster there are some. */
async function requireReplicaSet(client: MongoClient): Promise<void> {
  const { setName, msg } = await reaching(() => client.db('admin').command({ hello: 1 }));
  if (setName === undefined && msg !== 'isdbgrid')
    throw new Error('MongoDB must run as a replica set (one node will do): start it with --replSet');
}

function clientOptions({ credentials, tlsCaFile }: MongoOptions): MongoClientOptions {
  return {
    appName: 'jiandu',
    writeConcern: DURABLE,
    serverSelectionTimeoutMS: SELECTION_MS,
    connectTimeoutMS: SELECTION_MS,
    waitQueueTimeoutMS: SELECTION_MS,
    heartbeatFrequencyMS: SELECTION_MS,
    ...(credentials === undefined ? {} : { auth: { ...credentials } }),
    ...(tlsCaFile === undefined ? {} : { tls: true, tlsCAFile: tlsCaFile }),
  };
}

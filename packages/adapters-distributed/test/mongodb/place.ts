import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerMissing } from '@jiandu/local-servers';
import { type MongoServer, startMongoServer } from '@jiandu/local-servers/mongodb';
import { MongoClient } from 'mongodb';
import { afterAll, describe, it } from 'vitest';

/** A server of this file's own, which its tests may kill. */
export interface Place {
  readonly server: MongoServer;
  /** A driver without an adapter, to look at what is really there. */
  readonly raw: MongoClient;
  /** Makes the server fail; see MongoDB's `failCommand`. */
  fail(mode: { readonly times: number } | 'off', data?: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Tests on a server of their own; one skip with the reason where it cannot be had. */
export async function onLocalMongo(title: string, define: (place: Place) => void): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-mongodb-faults-'));
  let server: MongoServer;
  try {
    server = await startMongoServer({ directory, say: () => undefined, download: false });
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    if (!(error instanceof ServerMissing)) throw error;
    it(title, (context) => context.skip(error.message));
    return;
  }
  const raw = new MongoClient(server.url, { serverSelectionTimeoutMS: 5_000 });
  const fail: Place['fail'] = async (mode, data) => {
    await raw
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode, ...(data === undefined ? {} : { data }) });
  };
  describe(title, () => {
    afterAll(async () => {
      await raw.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    });
    define({ server, raw, fail });
  });
}

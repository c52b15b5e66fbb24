import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerMissing } from '../running-server.ts';
import { fetchMongoServer, startMongoServer } from './index.ts';
import { secantusPython } from './secantusdb.ts';

const quiet = () => undefined;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiandu-mongo-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** With downloads in an empty folder, and a PATH of its own where told. */
async function elsewhere(path: string | undefined, work: (folder: string) => Promise<void>): Promise<void> {
  const before = { JIANDU_SERVERS: process.env['JIANDU_SERVERS'], PATH: process.env['PATH'] };
  const folder = await mkdtemp(join(directory, 'servers-'));
  process.env['JIANDU_SERVERS'] = folder;
  if (path !== undefined) process.env['PATH'] = path;
  try {
    await work(folder);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

describe('the MongoDB-protocol server', () => {
  it('is missing with a reason when it may not be downloaded', () =>
    elsewhere(undefined, async () => {
      const starting = startMongoServer({ directory, say: quiet, download: false });
      await expect(starting).rejects.toThrow(ServerMissing);
      await expect(starting).rejects.toThrow('npm run servers');
    }));

  it('is missing with a reason without python3, and nothing is left half made', () =>
    elsewhere(join(directory, 'empty'), async (folder) => {
      await expect(fetchMongoServer(quiet)).rejects.toThrow(ServerMissing);
      await expect(fetchMongoServer(quiet)).rejects.toThrow('needs python3');
      expect(await readdir(folder)).toEqual([]);
    }));

  it('comes back on the same port with everything it acknowledged, after a stop and after a kill', async (context) => {
    if (!existsSync(secantusPython()))
      return context.skip('SecantusDB is not there; npm run servers fetches it');
    const server = await startMongoServer({ directory, say: quiet, download: false });
    try {
      const { port, pid } = server;
      await insert(server.url, 'before the stop');
      await server.restart();
      expect(server.pid).not.toBe(pid);
      await insert(server.url, 'before the kill');
      await server.kill();
      await server.restart();
      expect(server.port).toBe(port);
      await insert(server.url, 'after the kill');
      expect(await all(server.url)).toEqual(['after the kill', 'before the kill', 'before the stop']);
    } finally {
      await server.stop();
    }
    await expect(insert(server.url, 'stopped')).rejects.toThrow('ECONNREFUSED');
  });
});

async function on<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 1_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function insert(url: string, _id: string): Promise<void> {
  return on(url, async (client) => {
    const notes = client.db('spec').collection<{ _id: string }>('notes');
    await notes.insertOne({ _id }, { writeConcern: { w: 'majority', journal: true } });
  });
}

function all(url: string): Promise<readonly string[]> {
  return on(url, async (client) => {
    const docs = await client
      .db('spec')
      .collection<{ _id: string }>('notes')
      .find()
      .sort({ _id: 1 })
      .toArray();
    return docs.map(({ _id }) => _id);
  });
}

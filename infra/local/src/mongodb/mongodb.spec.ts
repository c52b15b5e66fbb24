import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerMissing } from '../running-server.ts';
import { fetchMongoServer, startMongoServer } from './index.ts';

const quiet = () => undefined;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiandu-mongo-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** With downloads in an empty folder, and a PATH of its own where told. */
async function elsewhere(path: string | undefined, work: (folder: string) => Promise<void>): Promise<void> {
  const before = { LOCAL_SERVERS: process.env['LOCAL_SERVERS'], PATH: process.env['PATH'] };
  const folder = await mkdtemp(join(directory, 'servers-'));
  process.env['LOCAL_SERVERS'] = folder;
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
});

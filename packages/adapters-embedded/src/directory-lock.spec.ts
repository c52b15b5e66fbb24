import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshDirectory } from '../test/places.ts';
import { DirectoryInUse } from './directory-lock.ts';
import { openEventStore, openKeyRing, openReadModels } from './index.ts';

let place: Awaited<ReturnType<typeof freshDirectory>>;
beforeEach(async () => {
  place = await freshDirectory();
});
afterEach(() => place.remove());

const masterKey = new Uint8Array(32);
const openers = {
  'event store': (directory: string) => openEventStore({ file: join(directory, 'events.db') }),
  'read models': (directory: string) => openReadModels({ file: join(directory, 'views.db') }),
  'key ring': (directory: string) => openKeyRing({ directory, masterKey }),
};

it.each(Object.entries(openers))(
  'refuses a second %s on the same files, names the directory and the holder',
  async (_, open) => {
    const first = open(place.directory);
    let refusal: unknown;
    try {
      open(place.directory);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DirectoryInUse);
    expect(refusal).toMatchObject({ code: 'store.directory-in-use' });
    expect(String(refusal)).toContain(place.directory);
    expect(String(refusal)).toContain(`process ${process.pid}`);
    await first.close();
    await open(place.directory).close();
  },
);

it('refuses another process', async () => {
  const file = join(place.directory, 'events.db');
  const store = openEventStore({ file });
  const index = join(import.meta.dirname, 'index.ts');
  const script = `import { openEventStore } from ${JSON.stringify(index)}; openEventStore({ file: ${JSON.stringify(file)} });`;
  const run = () => spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const refused = run();
  expect(refused.stderr).toContain('DirectoryInUse');
  expect(refused.status).not.toBe(0);
  await store.close();
  expect(run().status).toBe(0);
});

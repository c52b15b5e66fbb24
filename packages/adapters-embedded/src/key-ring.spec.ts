import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshDirectory } from '../test/places.ts';
import { demoMasterKey } from './demo-master-key.ts';
import { openKeyRing } from './key-ring.ts';

let place: Awaited<ReturnType<typeof freshDirectory>>;
let directory: string;
beforeEach(async () => {
  place = await freshDirectory();
  directory = join(place.directory, 'keys');
});
afterEach(() => place.remove());

const masterKey = new Uint8Array(32).fill(1);
const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('keeps directory and files for their owner alone', async () => {
  const ring = openKeyRing({ directory, masterKey });
  await ring.allocate();
  expect(rights(directory)).toBe('700');
  for (const file of readdirSync(directory))
    expect([file, rights(join(directory, file))]).toEqual([file, '600']);
  await ring.close();
});

it('stores no key in the clear', async () => {
  const ring = openKeyRing({ directory, masterKey });
  const key = await ring.allocate();
  expect(occurs(key.bytes)).toBe(false);
  expect(occurs(wrappedKey(key.id))).toBe(true);
  await ring.close();
});

it('leaves a destroyed key in no file, not even wrapped', async () => {
  const ring = openKeyRing({ directory, masterKey });
  const gone = await ring.allocate();
  const kept = await ring.allocate();
  const wrapped = { gone: wrappedKey(gone.id), kept: wrappedKey(kept.id) };
  expect(occurs(wrapped.gone)).toBe(true);
  await ring.destroy([gone.id]);
  expect(occurs(wrapped.gone)).toBe(false);
  expect(occurs(wrapped.kept)).toBe(true);
  await ring.close();
});

it('refuses another master key at the opening, and one of the wrong size', async () => {
  await openKeyRing({ directory, masterKey }).close();
  const other = new Uint8Array(32).fill(2);
  expect(() => openKeyRing({ directory, masterKey: other })).toThrow('belong to another master key');
  expect(() => openKeyRing({ directory, masterKey: new Uint8Array(16) })).toThrow(RangeError);
  await openKeyRing({ directory, masterKey }).close();
});

it('makes a demonstration master key once, in a file for its owner alone', () => {
  const key = demoMasterKey(directory);
  expect(key).toHaveLength(32);
  expect(demoMasterKey(directory)).toEqual(key);
  expect(rights(join(directory, 'demo-master.key'))).toBe('600');
});

function wrappedKey(id: string): Buffer {
  const db = new DatabaseSync(join(directory, 'keys.db'), { readOnly: true });
  const wrapped = db.prepare('SELECT wrapped FROM keys WHERE id = ?').get(id)?.['wrapped'];
  db.close();
  if (!(wrapped instanceof Uint8Array)) throw new Error(`No key ${id}`);
  return Buffer.from(wrapped);
}

function occurs(bytes: Uint8Array): boolean {
  return readdirSync(directory).some((file) =>
    readFileSync(join(directory, file)).includes(Buffer.from(bytes)),
  );
}

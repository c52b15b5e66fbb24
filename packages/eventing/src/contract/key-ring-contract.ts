import assert from 'node:assert/strict';
import type { KeyRing, SubjectKey } from '../ports/key-ring.ts';
import type { Opened, Promises } from './contract-case.ts';

type Ring = Opened<KeyRing>;

/** More keys than an adapter is likely to make in advance. */
const MANY = 600;

/** Keys of personal data. */
export const keeping: Promises<Ring> = {
  'an allocated key has 32 bytes and is found by its id': async ({ adapter }) => {
    const key = await adapter.allocate();
    assert.equal(key.bytes.length, 32);
    assert.deepEqual(await adapter.find(key.id), key);
  },

  'no key is handed out twice': async ({ adapter }) => {
    const keys = await allocated(adapter, MANY);
    assert.equal(new Set(keys.map(({ id }) => id)).size, MANY);
    assert.equal(new Set(keys.map(({ bytes }) => hex(bytes))).size, MANY);
  },

  'no key is handed out again after opening again': async ({ adapter, reopen }) => {
    const keys = await allocated(adapter, 10);
    const ring = (await reopen?.()) ?? adapter;
    const later = await allocated(ring, MANY);
    const all = [...keys, ...later];
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(new Set(all.map(({ bytes }) => hex(bytes))).size, all.length);
  },

  'an allocated key is found after opening again': async ({ adapter, reopen }) => {
    const keys = await allocated(adapter, MANY);
    const ring = (await reopen?.()) ?? adapter;
    assert.deepEqual(await Promise.all(keys.map(({ id }) => ring.find(id))), keys);
  },

  'an unknown id has no key': async ({ adapter }) => {
    for (const id of ['', 'unknown', '../keys', "' OR 1=1 --"])
      assert.equal(await adapter.find(id), undefined);
  },

  'a destroyed key is not found, its neighbours are': async ({ adapter }) => {
    const [gone, kept] = [await adapter.allocate(), await adapter.allocate()];
    await adapter.find(gone.id);
    await adapter.destroy([gone.id]);
    assert.equal(await adapter.find(gone.id), undefined);
    assert.deepEqual(await adapter.find(kept.id), kept);
  },

  'a destroyed key stays destroyed after opening again': async ({ adapter, reopen }) => {
    const keys = await allocated(adapter, 5);
    await adapter.destroy(keys.slice(0, 3).map(({ id }) => id));
    const ring = (await reopen?.()) ?? adapter;
    for (const { id } of keys.slice(0, 3)) assert.equal(await ring.find(id), undefined);
    for (const key of keys.slice(3)) assert.deepEqual(await ring.find(key.id), key);
  },

  'destroying again, or what is unknown, or nothing is no error': async ({ adapter }) => {
    const key = await adapter.allocate();
    await adapter.destroy([key.id, key.id, 'unknown']);
    await adapter.destroy([key.id]);
    await adapter.destroy([]);
    assert.equal(await adapter.find(key.id), undefined);
  },

  'what a caller does to its bytes does not change the key': async ({ adapter }) => {
    const key = await adapter.allocate();
    const before = hex(key.bytes);
    key.bytes.fill(0);
    assert.equal(hex((await adapter.find(key.id))?.bytes ?? new Uint8Array()), before);
  },
};

/** As many commands at once would take them. */
function allocated(ring: KeyRing, many: number): Promise<SubjectKey[]> {
  return Promise.all(Array.from({ length: many }, () => ring.allocate()));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

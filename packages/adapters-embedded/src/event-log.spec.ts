import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@jiandu/eventing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshDirectory } from '../test/places.ts';
import { sampleEvent } from '../test/sample-event.ts';
import { openEventStore } from './event-store.ts';
import { followEventStore } from './following-store.ts';
import * as hashing from './stream-hash.ts';

vi.mock('./stream-hash.ts', { spy: true });

let place: Awaited<ReturnType<typeof freshDirectory>>;
let file: string;
beforeEach(async () => {
  place = await freshDirectory();
  file = join(place.directory, 'events.db');
});
afterEach(async () => {
  vi.mocked(hashing.streamHash).mockReset();
  await place.remove();
});

const STREAMS = 30;
const ROUNDS = 4;

/** Every stream several times, in turns, more events than are kept out of the index. */
async function fill(store: EventStore): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(
      Array.from({ length: STREAMS }, (_, i) =>
        store.append(
          `a.b-${i}`,
          Array.from({ length: 20 }, () => sampleEvent({ i })),
          'any',
        ),
      ),
    );
  }
}

async function check(store: EventStore): Promise<void> {
  const { events } = await store.readAll(0, 100_000);
  expect(events).toHaveLength(STREAMS * ROUNDS * 20);
  for (let i = 0; i < STREAMS; i++) {
    const own = events.filter(({ stream }) => stream === `a.b-${i}`);
    expect(await store.readStream(`a.b-${i}`)).toEqual(own);
    expect(await store.readStream(`a.b-${i}`, { from: 7, limit: 5 })).toEqual(own.slice(7, 12));
    const backwards = await store.readStream(`a.b-${i}`, { direction: 'backwards', from: 50, limit: 5 });
    expect(backwards).toEqual(own.slice(46, 51).toReversed());
  }
  expect(await store.readStream('a.b-30')).toEqual([]);
}

async function reopened(): Promise<void> {
  const store = openEventStore({ file });
  await check(store);
  const first = await store.readStream('a.b-3', { limit: 20 });
  expect(await store.append('a.b-3', first, 'any')).toMatchObject({ ok: true, revision: 19 });
  expect(await store.append('a.b-3', [sampleEvent()], 'none')).toEqual({
    ok: false,
    wrongRevision: ROUNDS * 20 - 1,
  });
  await store.close();
}

it('finds the streams when their index is written, and after opening again', async () => {
  const store = openEventStore({ file });
  await fill(store);
  await check(store);
  await store.close();
  await reopened();
});

it('makes the index anew when it is gone or cannot be read', async () => {
  const store = openEventStore({ file });
  await fill(store);
  await store.close();
  rmSync(`${file}-streams`);
  await reopened();
  writeFileSync(
    `${file}-streams`,
    'not a database at all, and long enough to be noticed as such'.repeat(100),
  );
  await reopened();
});

it('makes the index anew when it belongs to another log', async () => {
  const other = openEventStore({ file });
  for (let i = 0; i < 5; i++) await other.append(`a.b-${i}`, [sampleEvent()], 'none');
  await other.close();
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
  const store = openEventStore({ file });
  expect(await store.readStream('a.b-1')).toEqual([]);
  await fill(store);
  await store.close();
  await reopened();
});

it('keeps streams apart whose names have the same hash', async () => {
  vi.mocked(hashing.streamHash).mockImplementation((stream) => stream.length);
  const store = openEventStore({ file });
  await fill(store);
  await check(store);
  await store.close();
  await reopened();
  expect(hashing.streamHash).toHaveBeenCalled();
});

it('is read beside its writer with and without the index', async () => {
  const store = openEventStore({ file });
  const before = followEventStore({ file, pollEvery: 0 });
  await fill(store);
  await check(before);
  const after = followEventStore({ file, pollEvery: 0 });
  await check(after);
  await Promise.all([before.close(), after.close(), store.close()]);
  rmSync(`${file}-streams`);
  const without = followEventStore({ file, pollEvery: 0 });
  await check(without);
  await without.close();
});

import type { EventStore, Recorded } from '@jiandu/eventing';
import { afterAll, afterEach, expect, it } from 'vitest';
import { doubleRoom } from './double-room.ts';
import { eventOf, freshStream, idsOf } from './sample-events.ts';

const room = await doubleRoom();
afterEach(() => room.tidy());
afterAll(() => room.end());

const PATIENCE = { timeout: 20_000, interval: 5 };

it('delivers each event once and in order while its subscription is cut off again and again', async () => {
  const store = await room.open();
  const category = 'cut.matter';
  const seen: Recorded[] = [];
  const subscription = store.subscribe(await store.head(), { categories: [category] }, async (batch) => {
    seen.push(...batch);
  });
  let ids: string[] = [];
  for (let time = 0; time < 5; time += 1) {
    const cut = await room.arm({ fault: 'drop-subscription', calls: 1 });
    ids = [...ids, ...(await appendSome(store, category, 20))];
    await expect.poll(() => seen.length, PATIENCE).toBe(ids.length);
    await cut.fired(1);
  }
  await subscription.stop();
  expect(idsOf(seen)).toEqual(ids);
});

it('opens its subscription again when the server refuses that for a while', async () => {
  const store = await room.open();
  const category = 'refused.matter';
  const refused = await room.arm({ fault: 'refuse', operations: ['subscribe'], calls: 3 });
  const seen: Recorded[] = [];
  const subscription = store.subscribe(await store.head(), { categories: [category] }, async (batch) => {
    seen.push(...batch);
  });
  const ids = await appendSome(store, category, 5);
  await expect.poll(() => idsOf(seen), PATIENCE).toEqual(ids);
  await refused.fired(3);
  await subscription.stop();
});

it('goes on after the server was killed, with what was appended from elsewhere', async () => {
  const [store, other] = [await room.open(), await room.open()];
  const category = 'killed.matter';
  const seen: Recorded[] = [];
  const subscription = store.subscribe(await store.head(), { categories: [category] }, async (batch) => {
    seen.push(...batch);
  });
  const before = await appendSome(other, category, 5);
  await room.double.kill();
  await room.double.restart();
  const after = await appendSome(other, category, 5);
  await expect.poll(() => idsOf(seen), PATIENCE).toEqual([...before, ...after]);
  await subscription.stop();
});

it('a subscriber slower than the tail is long reads for itself, and holds up nobody', async () => {
  const store = await room.open();
  const category = 'slow.matter';
  const start = await store.head();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow: Recorded[] = [];
  const quick: string[] = [];
  const [slowly, quickly] = [
    store.subscribe(start, { categories: [category] }, async (batch) => {
      await released;
      slow.push(...batch);
    }),
    store.subscribe(start, { categories: [category] }, async (batch) => {
      quick.push(...idsOf(batch));
    }),
  ];
  // 24 MiB, and the tail keeps 16 of them.
  const text = 'x'.repeat(256 * 1024);
  const ids: string[] = [];
  for (let time = 0; time < 96; time += 1) ids.push(...(await appendSome(store, category, 1, text)));
  await expect.poll(() => quick.length, PATIENCE).toBe(ids.length);
  expect(quick).toEqual(ids);
  expect(slow).toEqual([]);
  expect(slowly.position).toBe(start);
  release();
  await expect.poll(() => slow.length, PATIENCE).toBe(ids.length);
  expect(idsOf(slow)).toEqual(ids);
  await Promise.all([slowly.stop(), quickly.stop()]);
});

it('stops while the server is away', async () => {
  const store = await room.open({ callMs: 500 });
  const subscription = store.subscribe(0, {}, async () => undefined);
  const head = await store.head();
  await expect.poll(() => subscription.position >= head, PATIENCE).toBe(true);
  await room.double.kill();
  await subscription.stop();
  await store.close();
  await room.double.restart();
});

async function appendSome(store: EventStore, category: string, count: number, text = ''): Promise<string[]> {
  const events = Array.from({ length: count }, () => eventOf({ text }));
  for (const event of events) {
    expect(await store.append(freshStream(category), [event], 'none')).toMatchObject({ ok: true });
  }
  return idsOf(events);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { freePort } from '@jiandu/local-servers';
import { startEventStoreDouble } from '@jiandu/local-servers/eventstoredb-double';
import { afterAll, afterEach, expect, it } from 'vitest';
import { openEventStoreDb, TestDoubleRefused } from '../../src/eventstoredb/index.ts';
import { doubleRoom } from './double-room.ts';
import { eventOf, freshStream, idsOf } from './sample-events.ts';

const room = await doubleRoom();
afterEach(() => room.tidy());
afterAll(() => room.end());

it('refuses a test double unless it is allowed, and says what to do', async () => {
  const opening = openEventStoreDb({ url: room.double.url, allowDouble: false });
  await expect(opening).rejects.toThrow(TestDoubleRefused);
  await expect(opening).rejects.toThrow('JIANDU_EVENTSTORE_URL');
});

it('waits for a server that comes later', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-eventstoredb-'));
  const port = await freePort();
  const opening = openEventStoreDb({ url: `esdb://127.0.0.1:${port}?tls=false`, allowDouble: true });
  const double = await startEventStoreDouble({ directory, say: () => undefined, port });
  const store = await opening;
  expect(await store.head()).toBe(0);
  await store.close();
  await double.stop();
  await rm(directory, { recursive: true });
});

it('gives up when no server comes, and says why', async () => {
  const url = `esdb://127.0.0.1:${await freePort()}?tls=false`;
  const opening = openEventStoreDb({ url, allowDouble: true, patience: { openMs: 300 } });
  await expect(opening).rejects.toThrow(/EventStoreDB cannot be used: .*ECONNREFUSED/);
});

it('waits for a cluster of which no member answers, and gives up', async () => {
  const url = `esdb://127.0.0.1:${await freePort()},127.0.0.1:${await freePort()}?tls=false&maxDiscoverAttempts=1`;
  const opening = openEventStoreDb({ url, allowDouble: true, patience: { openMs: 500 } });
  await expect(opening).rejects.toThrow('Failed to discover');
});

it('finds the leader of a cluster by asking its members', async () => {
  const { port } = room.double;
  const url = `esdb://127.0.0.1:${port},127.0.0.1:${await freePort()}?tls=false`;
  const store = await openEventStoreDb({ url, allowDouble: true });
  expect(await store.append(freshStream(), [eventOf()], 'none')).toMatchObject({ ok: true });
  await store.close();
});

it('is closed for everything once it was closed', async () => {
  const store = await room.open();
  await store.close();
  await store.close();
  await expect(store.append(freshStream(), [eventOf()], 'none')).rejects.toThrow('closed');
  await expect(store.readStream(freshStream())).rejects.toThrow('closed');
  await expect(store.readAll(0, 1)).rejects.toThrow('closed');
  await expect(store.head()).rejects.toThrow('closed');
  expect(() => store.subscribe(0, {}, async () => undefined)).toThrow('closed');
});

it('passes over events that others wrote, and reads on behind them', async () => {
  const store = await room.open();
  const category = 'foreign.matter';
  const stream = freshStream(category);
  const mine = [eventOf(), eventOf()];
  await store.append(stream, mine.slice(0, 1), 'none');
  const stranger = EventStoreDBClient.connectionString(room.double.url);
  await stranger.appendToStream(stream, [jsonEvent({ type: 'Foreign', data: { a: 1 } })]);
  await stranger.dispose();
  await store.append(stream, mine.slice(1), 1);
  expect(idsOf(await store.readStream(stream))).toEqual(idsOf(mine));
  expect(idsOf((await store.readAll(0, 1_000, { categories: [category] })).events)).toEqual(idsOf(mine));
  const seen: string[] = [];
  const subscription = store.subscribe(0, { categories: [category] }, async (batch) => {
    seen.push(...idsOf(batch));
  });
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual(idsOf(mine));
  await subscription.stop();
});

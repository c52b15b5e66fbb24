import { END, EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  all,
  appendPaths,
  type ClientOnDouble,
  clientOnDouble,
  event,
  events,
  heard,
  streamName,
} from './client-on-double.ts';

let on: ClientOnDouble;

let client: EventStoreDBClient;

beforeAll(async () => {
  on = await clientOnDouble();
});
// A client of its own for each: after a failed read the client drops its connection, and with the end of that one's batch
// call, ten seconds later, it rejects whatever append is under way then.
beforeEach(() => {
  client = EventStoreDBClient.connectionString(on.double.url);
});
afterEach(async () => {
  await client.dispose();
  await on.double.control.clear();
});
afterAll(() => on.close());

const soon = { timeout: 20_000 };

/** How often each fault that fired at all fired while something was done. */
async function fired(doing: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await on.double.control.counts();
  await doing();
  const after = Object.entries(await on.double.control.counts());
  return Object.fromEntries(
    after
      .map(([fault, count]) => [fault, count - before[fault as keyof typeof before]] as const)
      .filter(([, count]) => count > 0),
  );
}

const eventsOf = (stream: string) => all(client.readStream(stream));

describe.each(appendPaths)('an append through %s', (_, path) => {
  test('is refused as often as the fault says, and nothing is written', async () => {
    const stream = streamName();
    await on.double.control.arm({ fault: 'refuse', operations: ['append'], calls: 2 });
    const counts = await fired(async () => {
      for (let n = 0; n < 2; n++) {
        await expect(client.appendToStream(stream, event(n), path)).rejects.toMatchObject({
          type: 'unavailable',
        });
      }
      await client.appendToStream(stream, event(2), { ...path, expectedRevision: 'no_stream' });
    });
    expect(counts).toEqual({ refuse: 2 });
    expect(await eventsOf(stream)).toHaveLength(1);
  });

  test('whose answer is lost is durable, and made again it answers as if it were the first', async () => {
    const stream = streamName();
    const written = events(3);
    const expected = { ...path, expectedRevision: 'no_stream' } as const;
    await on.double.control.arm({ fault: 'drop-after-append', calls: 1 });
    const counts = await fired(() =>
      expect(client.appendToStream(stream, written, expected)).rejects.toMatchObject({
        type: 'unavailable',
      }),
    );
    expect(counts).toEqual({ 'drop-after-append': 1 });
    await on.double.kill();
    await on.double.restart();
    expect(await eventsOf(stream)).toHaveLength(3);
    expect((await client.appendToStream(stream, written, expected)).nextExpectedRevision).toBe(2n);
    expect(await eventsOf(stream)).toHaveLength(3);
  });

  test('fails on a full disk, and nothing is kept', async () => {
    const stream = streamName();
    await on.double.control.arm({ fault: 'disk-full', calls: 1 });
    const counts = await fired(() =>
      expect(client.appendToStream(stream, event(0), path)).rejects.toMatchObject({ type: 'unknown' }),
    );
    expect(counts).toEqual({ 'disk-full': 1 });
    await client.appendToStream(stream, event(1), { ...path, expectedRevision: 'no_stream' });
    expect(await eventsOf(stream)).toHaveLength(1);
  });

  test('is sent to another leader, and the client goes there', async () => {
    const other = await clientOnDouble();
    const here = EventStoreDBClient.connectionString(on.double.url);
    const stream = streamName();
    try {
      await here.appendToStream(stream, event(0), path);
      const leader = { host: '127.0.0.1', port: other.double.port };
      await on.double.control.arm({ fault: 'not-leader', calls: 1, leader });
      const counts = await fired(() =>
        expect(here.appendToStream(stream, event(1), path)).rejects.toMatchObject({
          type: 'not-leader',
          leader: { address: '127.0.0.1', port: other.double.port },
        }),
      );
      expect(counts).toEqual({ 'not-leader': 1 });
      const there = await here.appendToStream(stream, event(1), { ...path, expectedRevision: 'no_stream' });
      expect(there.nextExpectedRevision).toBe(0n);
      expect(await all(other.client.readStream(stream))).toHaveLength(1);
    } finally {
      await here.dispose();
      await other.close();
    }
  });
});

test('a batch append that takes longer than its deadline is answered as late, and may be there all the same', async () => {
  const stream = streamName();
  await on.double.control.arm({ fault: 'delay', operations: ['append'], ms: 1_000, calls: 1 });
  const counts = await fired(() =>
    expect(client.appendToStream(stream, event(0), { deadline: 200 })).rejects.toMatchObject({
      type: 'deadline-exceeded',
    }),
  );
  expect(counts).toEqual({ delay: 1 });
  const written = async () => (await eventsOf(stream).catch(() => [])).length;
  await expect.poll(written, soon).toBe(1);
});

test('a delay lets other calls pass', async () => {
  const order: string[] = [];
  const stream = streamName();
  await on.double.control.arm({ fault: 'delay', operations: ['append'], ms: 300, calls: 1 });
  const counts = await fired(async () => {
    const late = client.appendToStream(stream, event(0)).then(() => order.push('delayed append'));
    await all(client.readAll({ maxCount: 1 })).then(() => order.push('read'));
    await late;
  });
  expect(counts).toEqual({ delay: 1 });
  expect(order).toEqual(['read', 'delayed append']);
});

test('reads and deletions are refused where the fault says so', async () => {
  const stream = streamName();
  await client.appendToStream(stream, event(0));
  await on.double.control.arm({ fault: 'refuse', operations: ['read', 'delete'], calls: 2 });
  const counts = await fired(async () => {
    await expect(eventsOf(stream)).rejects.toMatchObject({ type: 'unavailable' });
    await client.appendToStream(stream, event(1));
    await expect(client.deleteStream(stream)).rejects.toMatchObject({ type: 'unavailable' });
  });
  expect(counts).toEqual({ refuse: 2 });
  expect(await eventsOf(stream)).toHaveLength(2);
});

describe('a dropped subscription', () => {
  test('ends at once even when nothing happens, and the next one goes on behind its last event', async () => {
    const stream = streamName('dropped');
    const filter = streamNameFilter({ prefixes: [stream] });
    const subscription = client.subscribeToAll({ fromPosition: END, filter });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual(['caught up']);
    const { position } = await client.appendToStream(stream, event(0));
    await expect.poll(() => said, soon).toEqual(['caught up', 0]);
    const counts = await fired(async () => {
      await on.double.control.arm({ fault: 'drop-subscription', calls: 1 });
      await expect.poll(() => said, soon).toEqual(['caught up', 0, 'unavailable']);
    });
    expect(counts).toEqual({ 'drop-subscription': 1 });
    await client.appendToStream(stream, event(1));
    const again = client.subscribeToAll({ ...(position && { fromPosition: position }), filter });
    const saidAgain = heard(again);
    await expect.poll(() => saidAgain, soon).toEqual([1, 'caught up']);
    await again.unsubscribe();
  });

  test('ends in the middle of what it is given', async () => {
    const stream = streamName('cut');
    await client.appendToStream(stream, events(200));
    await on.double.control.arm({ fault: 'drop-subscription', share: 0.02, seed: 7, calls: 1 });
    const said: unknown[] = [];
    const counts = await fired(async () => {
      const subscription = heard(client.subscribeToStream(stream));
      await expect.poll(() => subscription.at(-1), soon).toBe('unavailable');
      said.push(...subscription);
    });
    expect(counts).toEqual({ 'drop-subscription': 1 });
    const given = said.slice(0, -1);
    expect(given.length).toBeLessThan(200);
    expect(given).toEqual(given.map((_, n) => n));
  });
});

describe('the switches', () => {
  test('strike a share of the calls, the same ones for the same seed', async () => {
    const pattern = async (seed: number) => {
      await on.double.control.clear();
      await on.double.control.arm({ fault: 'disk-full', operations: ['append'], share: 0.3, seed });
      const struck: boolean[] = [];
      const counts = await fired(async () => {
        for (let n = 0; n < 60; n++) {
          const appended = client.appendToStream(streamName(), event(n));
          struck.push(
            await appended.then(
              () => false,
              () => true,
            ),
          );
        }
      });
      expect(counts).toEqual({ 'disk-full': struck.filter(Boolean).length });
      return struck;
    };
    const first = await pattern(5);
    expect(await pattern(5)).toEqual(first);
    expect(await pattern(6)).not.toEqual(first);
    expect(first.filter(Boolean).length).toBeGreaterThan(5);
    expect(first.filter(Boolean).length).toBeLessThan(35);
  });

  test('last as long as they are told to', async () => {
    await on.double.control.arm({ fault: 'refuse', operations: ['read'], forMs: 300 });
    let answered = false;
    const counts = await fired(async () => {
      await expect(all(client.readAll({ maxCount: 1 }))).rejects.toMatchObject({ type: 'unavailable' });
      const read = () =>
        all(client.readAll({ maxCount: 1 }))
          .then(() => true)
          .catch(() => false);
      await expect.poll(async () => (answered = await read()), soon).toBe(true);
    });
    expect(answered).toBe(true);
    expect(counts['refuse']).toBeGreaterThanOrEqual(1);
  });

  test('can be cleared', async () => {
    await on.double.control.arm({ fault: 'refuse' });
    await on.double.control.clear();
    expect(await fired(() => client.appendToStream(streamName(), event(0)))).toEqual({});
  });

  test.each([
    [{ fault: 'nonsense' }, 'fault is none of refuse, delay'],
    [{ fault: 'refuse', calls: 0 }, 'calls is not a number from 1'],
    [{ fault: 'refuse', share: 2 }, 'share is not a number'],
    [{ fault: 'refuse', operations: ['sing'] }, 'operation is none of append'],
  ])('refuse what makes no sense: %j', async (fault, why) => {
    await expect(on.double.control.arm(fault as never)).rejects.toThrow(why);
  });
});

import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  all,
  appendPaths,
  type ClientOnDouble,
  clientOnDouble,
  event,
  events,
  streamName,
} from './client-on-double.ts';

let on: ClientOnDouble;

beforeAll(async () => {
  on = await clientOnDouble();
});
afterAll(() => on.close());

const wrong = (current: bigint | 'no_stream', expected: bigint | 'any' | 'no_stream' | 'stream_exists') => ({
  type: 'wrong-expected-version',
  actualVersion: current === 'no_stream' ? 'no_stream' : current,
  expectedVersion: expected,
});

describe.each(appendPaths)('through %s', (_, path) => {
  test('no_stream creates a stream and refuses one that exists with its revision', async () => {
    const stream = streamName();
    const made = await on.client.appendToStream(stream, events(3), {
      ...path,
      expectedRevision: 'no_stream',
    });
    expect(made).toMatchObject({ success: true, nextExpectedRevision: 2n });
    await expect(
      on.client.appendToStream(stream, event(9), { ...path, expectedRevision: 'no_stream' }),
    ).rejects.toMatchObject(wrong(2n, 'no_stream'));
  });

  test('a revision is the newest event, neither an older nor a later one', async () => {
    const stream = streamName();
    await expect(
      on.client.appendToStream(stream, event(0), { ...path, expectedRevision: 0n }),
    ).rejects.toMatchObject(wrong('no_stream', 0n));
    await on.client.appendToStream(stream, events(2), { ...path, expectedRevision: 'no_stream' });
    for (const expectedRevision of [0n, 2n, 7n]) {
      await expect(
        on.client.appendToStream(stream, event(9), { ...path, expectedRevision }),
      ).rejects.toMatchObject(wrong(1n, expectedRevision));
    }
    const next = await on.client.appendToStream(stream, event(2), { ...path, expectedRevision: 1n });
    expect(next.nextExpectedRevision).toBe(2n);
    expect((await all(on.client.readStream(stream))).map((read) => read.event?.revision)).toEqual([
      0n,
      1n,
      2n,
    ]);
  });

  test('stream_exists wants a stream, any takes what is there', async () => {
    const stream = streamName();
    const exists = { ...path, expectedRevision: 'stream_exists' } as const;
    await expect(on.client.appendToStream(stream, event(0), exists)).rejects.toMatchObject(
      wrong('no_stream', 'stream_exists'),
    );
    await on.client.appendToStream(stream, event(0), { ...path, expectedRevision: 'any' });
    expect((await on.client.appendToStream(stream, event(1), exists)).nextExpectedRevision).toBe(1n);
  });

  test.each(['no_stream', 'any'] as const)(
    'the same events again with %s answer as the first time',
    async (how) => {
      const stream = streamName();
      const twice = events(3);
      const expected = { ...path, expectedRevision: how };
      const first = await on.client.appendToStream(stream, twice, expected);
      await on.client.appendToStream(stream, event(3), { ...path, expectedRevision: 2n });
      expect(await on.client.appendToStream(stream, twice, expected)).toEqual(first);
      expect(await all(on.client.readStream(stream))).toHaveLength(4);
    },
  );

  test('the same events again with the revision they were written at answer as the first time', async () => {
    const stream = streamName();
    await on.client.appendToStream(stream, events(2), { ...path, expectedRevision: 'no_stream' });
    const twice = events(2);
    const first = await on.client.appendToStream(stream, twice, { ...path, expectedRevision: 1n });
    await on.client.appendToStream(stream, event(9), { ...path, expectedRevision: 3n });
    expect(await on.client.appendToStream(stream, twice, { ...path, expectedRevision: 1n })).toEqual(first);
    await expect(
      on.client.appendToStream(stream, twice, { ...path, expectedRevision: 0n }),
    ).rejects.toMatchObject(wrong(4n, 0n));
  });

  test.each(['no_stream', 'any'] as const)(
    'known and new ids together are no repetition (%s)',
    async (how) => {
      const stream = streamName();
      const [known, other] = [event(0), event(1)];
      await on.client.appendToStream(stream, known, { ...path, expectedRevision: 'no_stream' });
      await expect(
        on.client.appendToStream(stream, [known, other], { ...path, expectedRevision: how }),
      ).rejects.toMatchObject(wrong(0n, how));
      expect(await all(on.client.readStream(stream))).toHaveLength(1);
    },
  );

  test('ids are known by stream: the same id is new in another one', async () => {
    const id = randomUUID();
    const [one, other] = [streamName(), streamName()];
    for (const stream of [one, other]) await on.client.appendToStream(stream, event(0, id), path);
    expect(await all(on.client.readStream(other))).toHaveLength(1);
  });

  test('of two who create one stream at once, one is refused', async () => {
    const stream = streamName();
    const racing = Array.from({ length: 8 }, (_, n) =>
      on.client.appendToStream(stream, event(n), { ...path, expectedRevision: 'no_stream' }),
    );
    const settled = await Promise.allSettled(racing);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = settled.filter((each) => each.status === 'rejected').map(({ reason }) => reason);
    for (const reason of refused) expect(reason).toMatchObject(wrong(0n, 'no_stream'));
  });

  test('an append of more than 1 MiB is refused whole, one just below it is taken', async () => {
    const stream = streamName();
    const big = (n: number, length: number) =>
      jsonEvent({ type: 'Big', data: { n, text: 'x'.repeat(length) } });
    const tooMuch = [big(0, 600_000), big(1, 600_000)];
    await expect(on.client.appendToStream(stream, tooMuch, path)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    await expect(all(on.client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    const taken = [big(0, 500_000), big(1, 500_000)];
    expect((await on.client.appendToStream(stream, taken, path)).nextExpectedRevision).toBe(1n);
  });

  test('the position of an append is that of its last event; each event has one of its own', async () => {
    const stream = streamName();
    const { position } = await on.client.appendToStream(stream, events(3), path);
    const read = (await all(on.client.readStream(stream))).map(({ event }) => event?.position?.commit ?? 0n);
    expect(read.at(-1)).toBe(position?.commit);
    expect(position?.prepare).toBe(position?.commit);
    expect(read[0]).toBeGreaterThan(0n);
    for (const [n, commit] of read.slice(1).entries()) expect(commit - (read[n] ?? 0n)).toBeGreaterThan(1n);
  });
});

test('the official client takes it for a server of 24.10 and can still tell that it is a double', async () => {
  class Asking extends EventStoreDBClient {
    async about() {
      const { serverVersion } = await this.capabilities;
      const marked = await this.supports({ ...StreamsService.read, path: '/jiandu.testdouble/marker' });
      const batch = await this.supports(StreamsService.batchAppend, 'deadline_duration');
      const nothing = await this.supports({ ...StreamsService.read, path: '/jiandu.testdouble/else' });
      return { serverVersion, marked, batch, nothing };
    }
  }
  const { port } = on.double;
  const asking = new Asking({ endpoint: { address: '127.0.0.1', port } }, { insecure: true });
  expect(await asking.about()).toEqual({
    serverVersion: '24.10.0',
    marked: true,
    batch: true,
    nothing: false,
  });
  await asking.dispose();
});

test('a client that asks the cluster finds this node as its leader', async () => {
  const { port } = on.double;
  const seeking = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${port}?tls=false`);
  const stream = streamName();
  await seeking.appendToStream(stream, event(0));
  expect(await all(seeking.readStream(stream))).toHaveLength(1);
  await seeking.dispose();
});

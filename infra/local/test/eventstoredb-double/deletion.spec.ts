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

const revisions = async (stream: string) =>
  (await all(on.client.readStream(stream))).map(({ event }) => event?.revision);

describe('a soft-deleted stream', () => {
  test.each(appendPaths)(
    'is not found, and comes back with the next append (%s), its revisions going on',
    async (_, path) => {
      const stream = streamName();
      await on.client.appendToStream(stream, events(3));
      const { position } = await on.client.deleteStream(stream, { expectedRevision: 2n });
      expect(position?.commit).toBeGreaterThan(0n);
      await expect(all(on.client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
      await expect(
        on.client.appendToStream(stream, event(9), { ...path, expectedRevision: 'stream_exists' }),
      ).rejects.toMatchObject({ type: 'stream-deleted', streamName: stream });
      const back = await on.client.appendToStream(stream, events(2), {
        ...path,
        expectedRevision: 'no_stream',
      });
      expect(back.nextExpectedRevision).toBe(4n);
      expect(await revisions(stream)).toEqual([3n, 4n]);
    },
  );

  test('keeps its events in the log', async () => {
    const stream = streamName();
    await on.client.appendToStream(stream, events(2));
    await on.client.deleteStream(stream);
    const log = await all(on.client.readAll());
    expect(log.filter(({ event }) => event?.streamId === stream)).toHaveLength(2);
    expect(log.at(-1)?.event).toMatchObject({ streamId: `$$${stream}`, type: '$metadata' });
  });

  test('is refused when the revision is another', async () => {
    const stream = streamName();
    await on.client.appendToStream(stream, events(2));
    await expect(on.client.deleteStream(stream, { expectedRevision: 0n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 0n,
      actualVersion: 1n,
    });
    expect(await revisions(stream)).toEqual([0n, 1n]);
  });
});

describe('a tombstone', () => {
  test.each(appendPaths)('closes a stream for ever, to readers and to appenders (%s)', async (_, path) => {
    const stream = streamName();
    await on.client.appendToStream(stream, events(2));
    await on.client.tombstoneStream(stream, { expectedRevision: 1n });
    const deleted = { type: 'stream-deleted', streamName: stream };
    await expect(all(on.client.readStream(stream))).rejects.toMatchObject(deleted);
    for (const expectedRevision of ['any', 'no_stream', 1n] as const) {
      await expect(
        on.client.appendToStream(stream, event(9), { ...path, expectedRevision }),
      ).rejects.toMatchObject(deleted);
    }
    await expect(on.client.deleteStream(stream)).rejects.toMatchObject(deleted);
  });

  test('stands in the log as an event of the server, at the last revision there is', async () => {
    const stream = streamName();
    await on.client.appendToStream(stream, event(0));
    await on.client.tombstoneStream(stream);
    const last = (await all(on.client.readAll())).at(-1)?.event;
    expect(last).toMatchObject({ streamId: stream, type: '$streamDeleted', revision: 2n ** 63n - 1n });
  });
});

test('metadata hide the beginning of a stream', async () => {
  const stream = streamName();
  await on.client.appendToStream(stream, events(6));
  await on.client.setStreamMetadata(stream, { truncateBefore: 2 });
  expect(await revisions(stream)).toEqual([2n, 3n, 4n, 5n]);
  await on.client.setStreamMetadata(stream, { maxCount: 1 });
  expect(await revisions(stream)).toEqual([5n]);
  expect((await on.client.getStreamMetadata(stream)).metadata).toMatchObject({ maxCount: 1 });
});

import { binaryEvent, END, jsonEvent, START } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  all,
  type ClientOnDouble,
  clientOnDouble,
  event,
  events,
  numberOf,
  streamName,
} from './client-on-double.ts';

let on: ClientOnDouble;

beforeAll(async () => {
  on = await clientOnDouble();
});
afterAll(() => on.close());

async function revisions(read: AsyncIterable<{ event?: { revision: bigint } }>): Promise<number[]> {
  return (await all(read)).map(({ event }) => Number(event?.revision));
}

const bytes = (value: unknown) => (value instanceof Uint8Array ? [...value] : undefined);

test('an event comes back as it was written', async () => {
  const stream = streamName();
  const before = Date.now();
  const { contentType: _, ...written } = event(7);
  const json = jsonEvent(written);
  await on.client.appendToStream(stream, [
    json,
    binaryEvent({ type: 'Bytes', data: Buffer.from([0, 255, 10]), metadata: Buffer.from([1, 2]) }),
  ]);
  const [first, second] = (await all(on.client.readStream(stream))).map(({ event }) => event);
  expect(first).toMatchObject({ ...written, streamId: stream, revision: 0n, isJson: true });
  expect(first?.created.getTime()).toBeGreaterThanOrEqual(before);
  expect(first?.created.getTime()).toBeLessThanOrEqual(Date.now());
  expect(second?.isJson).toBe(false);
  expect(bytes(second?.data)).toEqual([0, 255, 10]);
  expect(bytes(second?.metadata)).toEqual([1, 2]);
});

test('a stream is read from a revision on, both ways, up to a count', async () => {
  const stream = streamName();
  await on.client.appendToStream(stream, events(10));
  const read = (options: object) => revisions(on.client.readStream(stream, options));
  expect(await read({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await read({ fromRevision: 7n })).toEqual([7, 8, 9]);
  expect(await read({ fromRevision: 3n, maxCount: 2 })).toEqual([3, 4]);
  expect(await read({ fromRevision: 12n })).toEqual([]);
  expect(await read({ fromRevision: END })).toEqual([]);
  expect(await read({ direction: 'backwards', fromRevision: END, maxCount: 3 })).toEqual([9, 8, 7]);
  expect(await read({ direction: 'backwards', fromRevision: 2n })).toEqual([2, 1, 0]);
  expect(await read({ direction: 'backwards', fromRevision: 99n, maxCount: 1 })).toEqual([9]);
  expect(await read({ direction: 'backwards', fromRevision: START })).toEqual([0]);
});

test('a stream that does not exist is not found', async () => {
  const stream = streamName();
  await expect(all(on.client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
});

test('the log is read in the order of its positions, inclusive forwards, exclusive backwards', async () => {
  const streams = [streamName(), streamName()];
  for (let n = 0; n < 6; n++) await on.client.appendToStream(streams[n % 2] ?? '', event(n));
  const log = await all(on.client.readAll());
  const positions = log.map(({ event }) => event?.position.commit ?? 0n);
  expect(positions).toEqual([...positions].sort((a, b) => Number(a - b)));
  expect(new Set(positions).size).toBe(positions.length);
  const middle = log.at(-3)?.event?.position ?? { commit: 0n, prepare: 0n };
  const read = async (options: object) => (await all(on.client.readAll(options))).map(numberOf);
  expect(await read({ fromPosition: middle })).toEqual([3, 4, 5]);
  expect(await read({ fromPosition: middle, maxCount: 2 })).toEqual([3, 4]);
  expect(await read({ fromPosition: middle, direction: 'backwards', maxCount: 2 })).toEqual([2, 1]);
  expect(await read({ fromPosition: END, direction: 'backwards', maxCount: 2 })).toEqual([5, 4]);
  expect(await read({ fromPosition: END })).toEqual([]);
});

test('the log is refused from a place where no event stands', async () => {
  const { position } = await on.client.appendToStream(streamName(), events(2));
  const between = { commit: (position?.commit ?? 0n) - 1n, prepare: (position?.commit ?? 0n) - 1n };
  await expect(all(on.client.readAll({ fromPosition: between }))).rejects.toMatchObject({
    message: '3 INVALID_ARGUMENT: Trying to read from an invalid position.',
  });
});

test('events of the server itself stand in the log', async () => {
  await on.double.control.recordSystemEvent();
  const newest = (
    await all(on.client.readAll({ direction: 'backwards', fromPosition: END, maxCount: 1 }))
  )[0];
  expect(newest?.event?.type).toBe('$statsCollected');
  expect(newest?.event?.streamId).toBe(`$stats-127.0.0.1:${on.double.port}`);
  expect((await all(on.client.readAll({ maxCount: 1 })))[0]?.event?.type).toBe('$metadata');
});

test('many events come through, however slowly they are taken', async () => {
  const stream = streamName();
  for (let n = 0; n < 5; n++) await on.client.appendToStream(stream, events(500));
  let taken = 0;
  for await (const _ of on.client.readStream(stream)) {
    taken += 1;
    if (taken % 100 === 0) await new Promise((wake) => setTimeout(wake, 1));
  }
  expect(taken).toBe(2_500);
});

import { afterAll, afterEach, expect, it } from 'vitest';
import { EventStoreUnavailable } from '../../src/eventstoredb/index.ts';
import { doubleRoom } from './double-room.ts';
import { eventOf, freshStream, idsOf } from './sample-events.ts';

const room = await doubleRoom();
afterEach(() => room.tidy());
afterAll(() => room.end());

/** Given up after a second, each try after half of it. */
const SHORT = { callMs: 1_000 };

it('stores each of the appends that shared a call once, when the answer to one of them was lost', async () => {
  const store = await room.open();
  const events = Array.from({ length: 40 }, () => eventOf());
  const streams = events.map(() => freshStream());
  const lost = await room.arm({ fault: 'drop-after-append', calls: 3 });
  const answers = await Promise.all(
    events.map((event, index) => store.append(streams[index] ?? '', [event], 'none')),
  );
  await lost.fired(3);
  for (const [index, answer] of answers.entries()) {
    const stored = await store.readStream(streams[index] ?? '');
    expect(idsOf(stored)).toEqual([events[index]?.id]);
    expect(answer).toEqual({ ok: true, revision: 0, position: stored[0]?.position });
  }
});

it('takes its own append for done when its stream has gone on before it was made again', async () => {
  const [store, other] = [await room.open(), await room.open()];
  const stream = freshStream();
  const [mine, theirs] = [eventOf(), eventOf()];
  const lost = await room.arm({ fault: 'drop-after-append', calls: 1 });
  const appending = store.append(stream, [mine], 'none');
  await expect.poll(async () => (await other.readStream(stream)).length, { timeout: 20_000 }).toBe(1);
  expect(await other.append(stream, [theirs], 0)).toMatchObject({ ok: true, revision: 1 });
  expect(await appending).toMatchObject({ ok: true, revision: 0 });
  await lost.fired(1);
  expect(idsOf(await store.readStream(stream))).toEqual([mine.id, theirs.id]);
});

it('appends once a server that refused is back', async () => {
  const store = await room.open();
  const stream = freshStream();
  const refused = await room.arm({ fault: 'refuse', operations: ['append'], calls: 4 });
  expect(await store.append(stream, [eventOf()], 'none')).toMatchObject({ ok: true, revision: 0 });
  await refused.fired(4);
  expect(await store.readStream(stream)).toHaveLength(1);
});

it.each(['refuse', 'disk-full', 'not-leader'] as const)(
  'gives an append up after its time under %s, to be made again later',
  async (fault) => {
    const store = await room.open(SHORT);
    const stream = freshStream();
    const event = eventOf();
    await room.double.control.arm({ fault, operations: ['append'] });
    const error = await store.append(stream, [event], 'none').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EventStoreUnavailable);
    expect(error).toMatchObject({ retryable: true, code: 'store.unavailable' });
    expect((await room.double.control.counts())[fault]).toBeGreaterThan(1);
    await room.double.control.clear();
    expect(await store.readStream(stream)).toEqual([]);
    expect(await store.append(stream, [event], 'none')).toMatchObject({ ok: true, revision: 0 });
  },
);

it('stores an append once when the server was so slow that it was made again', async () => {
  const store = await room.open(SHORT);
  const stream = freshStream();
  const delayed = await room.arm({ fault: 'delay', operations: ['append'], ms: 700, calls: 1 });
  const event = eventOf();
  expect(await store.append(stream, [event], 'none')).toMatchObject({ ok: true, revision: 0 });
  await delayed.fired(1);
  expect(idsOf(await store.readStream(stream))).toEqual([event.id]);
});

it('finds the leader again when it was sent to one that is none any more', async () => {
  const store = await room.open();
  const stale = await room.arm({
    fault: 'not-leader',
    operations: ['append'],
    calls: 1,
    leader: { host: '127.0.0.1', port: 9 },
  });
  const stream = freshStream();
  expect(await store.append(stream, [eventOf()], 'none')).toMatchObject({ ok: true, revision: 0 });
  await stale.fired(1);
  expect(await store.readStream(stream)).toHaveLength(1);
});

it('lets no append wait for another one that takes long', async () => {
  const store = await room.open();
  const delayed = await room.arm({ fault: 'delay', operations: ['append'], ms: 1_000, calls: 1 });
  const answered: string[] = [];
  const append = async (name: string) => {
    await store.append(freshStream(), [eventOf()], 'none');
    answered.push(name);
  };
  await Promise.all([append('first'), append('second'), append('third')]);
  await delayed.fired(1);
  expect(answered).toHaveLength(3);
  expect(answered.at(-1)).toBe('first');
});

it('answers a lost race at once, also while it makes appends again', async () => {
  const store = await room.open();
  const stream = freshStream();
  await store.append(stream, [eventOf(), eventOf()], 'none');
  const refused = await room.arm({ fault: 'refuse', operations: ['append'], calls: 1 });
  expect(await store.append(stream, [eventOf()], 0)).toEqual({ ok: false, wrongRevision: 1 });
  await refused.fired(1);
});

it('refuses an event that no message can carry, and an append larger than the server takes', async () => {
  const store = await room.open();
  const stream = freshStream();
  const huge = eventOf({ text: 'x'.repeat(4 * 1024 * 1024) });
  await expect(store.append(stream, [huge], 'none')).rejects.toThrow(RangeError);
  const large = Array.from({ length: 3 }, () => eventOf({ text: 'x'.repeat(500_000) }));
  await expect(store.append(stream, large, 'none')).rejects.toMatchObject({
    type: 'maximum-append-size-exceeded',
  });
  expect(await store.readStream(stream)).toEqual([]);
});

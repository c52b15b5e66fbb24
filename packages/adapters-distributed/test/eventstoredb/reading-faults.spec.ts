import { afterAll, afterEach, expect, it } from 'vitest';
import { EventStoreUnavailable } from '../../src/eventstoredb/index.ts';
import { doubleRoom } from './double-room.ts';
import { eventOf, freshStream, idsOf } from './sample-events.ts';

const room = await doubleRoom();
afterEach(() => room.tidy());
afterAll(() => room.end());

it.each([
  { fault: 'refuse', calls: 3 },
  { fault: 'not-leader', calls: 2 },
  { fault: 'delay', ms: 700, calls: 1 },
] as const)('reads again after $fault', async (fault) => {
  const store = await room.open({ callMs: 1_000 });
  const stream = freshStream();
  const event = eventOf();
  const appended = await store.append(stream, [event], 'none');
  const armed = await room.arm({ ...fault, operations: ['read'] });
  expect(idsOf(await store.readStream(stream))).toEqual([event.id]);
  await armed.fired(fault.calls);
  expect(await store.head()).toBe(appended.ok && appended.position);
});

it('gives reading up after its time, and says that it may pass', async () => {
  const store = await room.open({ callMs: 500 });
  await room.double.control.arm({ fault: 'refuse', operations: ['read'] });
  for (const read of [
    () => store.readStream(freshStream()),
    () => store.readAll(0, 10),
    () => store.head(),
  ]) {
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EventStoreUnavailable);
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining('does not answer') });
  }
  expect((await room.double.control.counts()).refuse).toBeGreaterThan(3);
});

it('reads on from a place where no event stands, as one may come from an outsider', async () => {
  const store = await room.open();
  const category = `odd${Date.now()}.matter`;
  const events = [eventOf(), eventOf(), eventOf()];
  const stream = freshStream(category);
  await store.append(stream, events, 'none');
  const stored = await store.readStream(stream);
  const between = (stored[0]?.position ?? 0) + 1;
  const { events: found } = await store.readAll(between, 10, { categories: [category] });
  expect(idsOf(found)).toEqual(idsOf(events.slice(1)));
});

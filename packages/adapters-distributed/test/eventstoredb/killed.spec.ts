import type { NewEvent, Recorded } from '@jiandu/eventing';
import { afterAll, expect, it } from 'vitest';
import { doubleRoom } from './double-room.ts';
import { eventOf, idsOf } from './sample-events.ts';

const room = await doubleRoom();
afterAll(() => room.end());

const KILLS = 5;
const WRITERS = 8;
const category = 'storm.matter';

it('what was acknowledged is recorded, once and in order, through kills of the server under load', async () => {
  const store = await room.open({ callMs: 30_000 });
  const start = await store.head();
  const delivered: Recorded[] = [];
  const subscription = store.subscribe(start, { categories: [category] }, async (batch) => {
    delivered.push(...batch);
  });
  const acknowledged = new Map<string, NewEvent[]>();
  let over = false;
  let interrupted = 0;
  const writing = Array.from({ length: WRITERS }, async (_, writer) => {
    const stream = `${category}-${writer}`;
    const mine: NewEvent[] = [];
    acknowledged.set(stream, mine);
    while (!over) {
      const event = eventOf({ number: mine.length });
      const appended = await store.append(stream, [event], mine.length === 0 ? 'none' : mine.length - 1);
      // Nobody else appends to this stream: any other revision were an append of its own that it was not told of.
      expect(appended).toMatchObject({ ok: true, revision: mine.length });
      mine.push(event);
    }
  });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = total(acknowledged);
    await expect
      .poll(() => total(acknowledged), { timeout: 20_000, interval: 1 })
      .toBeGreaterThan(before + 20);
    await room.double.kill();
    const whenKilled = total(acknowledged);
    await room.double.restart();
    if (total(acknowledged) - whenKilled < WRITERS) interrupted += 1;
  }
  const before = total(acknowledged);
  await expect.poll(() => total(acknowledged), { timeout: 20_000, interval: 5 }).toBeGreaterThan(before + 20);
  over = true;
  await Promise.all(writing);
  expect(interrupted, 'kills that appends had to wait for').toBeGreaterThan(0);

  for (const [stream, events] of acknowledged)
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
  const { events } = await store.readAll(start, 1_000_000, { categories: [category] });
  expect(events.length).toBe(total(acknowledged));
  await expect.poll(() => delivered.length, { timeout: 20_000 }).toBe(events.length);
  expect(idsOf(delivered)).toEqual(idsOf(events));
  await subscription.stop();
});

function total(acknowledged: ReadonlyMap<string, readonly NewEvent[]>): number {
  return [...acknowledged.values()].reduce((sum, events) => sum + events.length, 0);
}

import { openEventStore, openReadModels } from '@jiandu/adapters-embedded';
import { expect, it } from 'vitest';
import { type EventFeed, type Recorded, UNREADABLE } from '../src/index.ts';
import { memoryKeys, openHouse } from './house.ts';
import type { FileDoc } from './services.ts';

const WAIT_MS = 5_000;

/** A feed in which messages of one event cannot be read, and everything comes twice. */
function garbling(isGarbled: (event: Recorded) => boolean): (feed: EventFeed) => EventFeed {
  return (feed) => ({
    ...feed,
    consume: (consumer) =>
      feed.consume({
        ...consumer,
        deliver: async (batch, checkpoint) => {
          const received = batch.map((event) =>
            isGarbled(event) ? { ...event, type: UNREADABLE, data: { reason: 'not JSON' } } : event,
          );
          await consumer.deliver(received, checkpoint);
          await consumer.deliver(received, checkpoint);
        },
      }),
  });
}

it('given a message nobody can read, the policies that follow its service park it once, hold its key alone, and take it from the record when told to', async () => {
  const store = openEventStore({ memory: true });
  const readModels = openReadModels({ memory: true });
  const keys = memoryKeys();
  const feed = garbling(({ type, data }) => type === 'NoteTaken' && data['text'] === '残缺');
  const house = await openHouse({ store, readModels, keys, feed });
  const bad = await house.give('reception.takeNote', { text: '残缺' });
  const good = await house.give('reception.takeNote', { text: '完好' });
  if (!bad.done || !good.done) throw new Error('a note was refused');
  expect(await house.runtime.settled(good.position, WAIT_MS)).toBe(true);

  const parked = await house.runtime.parked();
  const opening = parked.filter(({ policy }) => policy === 'openFileWhenNoted');
  expect(opening).toMatchObject([
    { key: bad.id, eventType: UNREADABLE, reason: 'unreadable: not JSON', waits: false },
  ]);
  expect(house.runtime.policies.get('office')?.parkedCount).toBe(parked.length);
  const files = await house.docs<FileDoc>('office.fileList');
  expect(files.map(({ about }) => about)).toContain('完好');
  expect(files.map(({ about }) => about)).not.toContain('残缺');

  expect(await house.runtime.rerun('office', 'openFileWhenNoted', bad.id)).toBe(1);
  await house.runtime.settled(await store.head(), WAIT_MS);
  expect((await house.docs<FileDoc>('office.fileList')).map(({ about }) => about)).toContain('残缺');
  await house.runtime.stop();
});

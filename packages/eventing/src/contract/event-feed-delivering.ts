import assert from 'node:assert/strict';
import type { Recorded } from '../ports/event.ts';
import { topicOf, UNREADABLE } from '../ports/event-feed.ts';
import type { Promises } from './contract-case.ts';
import { eventually, gate, pause } from './eventually.ts';
import { collect, firstSights, type OpenedFeed, publish } from './opened-feed.ts';
import { freshService, idsOf } from './sample-events.ts';

/** Delivery: everything, in order per key, to each group by itself. */
export const delivering: Promises<OpenedFeed> = {
  'every published event is delivered at least once, those of one key in order': async (opened) => {
    const service = freshService();
    const seen: Recorded[] = [];
    const consumption = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        seen.push(...batch);
      },
    });
    const published = await Promise.all(
      ['K-1', 'K-2', 'K-3'].map((key) => publish(opened, service, key, 20)),
    );
    await eventually(() => assert.equal(new Set(idsOf(seen)).size, 60));
    await consumption.stop();
    for (const events of published) {
      const ids = idsOf(events);
      const own = firstSights(idsOf(seen)).filter((id) => ids.includes(id));
      assert.deepEqual(own, ids);
    }
  },

  'what was published before the group began is delivered too': async (opened) => {
    const service = freshService();
    const events = await publish(opened, service, 'K-1', 5);
    const { seen, stop } = await collect(opened.adapter, service);
    await eventually(() => assert.deepEqual(firstSights(idsOf(seen)), idsOf(events)));
    await stop();
  },

  'an event is delivered as it was recorded': async (opened) => {
    const service = freshService();
    const events = await publish(opened, service, 'K-1', 2);
    const { seen, stop } = await collect(opened.adapter, service);
    await eventually(() => assert.deepEqual(seen.slice(0, 2), events));
    await stop();
  },

  'a consumer gets its topics and no others': async (opened) => {
    const [wanted, also, other] = [freshService(), freshService(), freshService()];
    const seen: Recorded[] = [];
    const consumption = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(wanted), topicOf(also)],
      deliver: async (batch) => {
        seen.push(...batch);
      },
    });
    await publish(opened, other, 'K-1', 3);
    const expected = [
      ...(await publish(opened, wanted, 'K-1', 3)),
      ...(await publish(opened, also, 'K-1', 3)),
    ];
    await eventually(() => assert.deepEqual(new Set(idsOf(seen)), new Set(idsOf(expected))));
    await consumption.stop();
  },

  'two groups are independent: a slow one does not hold up the other': async (opened) => {
    const service = freshService();
    const handled = gate();
    const slow: Recorded[] = [];
    const slowly = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        await handled.opened;
        slow.push(...batch);
      },
    });
    const quick = await collect(opened.adapter, service);
    const events = await publish(opened, service, 'K-1', 10);
    await eventually(() => assert.deepEqual(firstSights(idsOf(quick.seen)), idsOf(events)));
    assert.deepEqual(slow, []);
    handled.open();
    await eventually(() => assert.deepEqual(firstSights(idsOf(slow)), idsOf(events)));
    await Promise.all([slowly.stop(), quick.stop()]);
  },

  'two members of one group see everything between them, each in order per key': async (opened) => {
    const service = freshService();
    const group = freshService();
    const members = [await collect(opened.adapter, service, group)];
    const published: (readonly Recorded[])[] = [];
    for (const key of ['K-1', 'K-2', 'K-3', 'K-4']) published.push(await publish(opened, service, key, 5));
    members.push(await collect(opened.adapter, service, group));
    for (const key of ['K-5', 'K-6', 'K-7', 'K-8']) published.push(await publish(opened, service, key, 5));
    await eventually(() => assert.equal(new Set(members.flatMap(({ seen }) => idsOf(seen))).size, 40));
    await Promise.all(members.map(({ stop }) => stop()));
    for (const { seen } of members) {
      for (const events of published) {
        const own = firstSights(idsOf(seen)).filter((id) => idsOf(events).includes(id));
        assert.deepEqual(
          own,
          idsOf(events).filter((id) => own.includes(id)),
        );
      }
    }
  },

  'a delivery begins after the one before it has ended': async (opened) => {
    const service = freshService();
    const seen: Recorded[] = [];
    let running = 0;
    let most = 0;
    const consumption = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        running += 1;
        most = Math.max(most, running);
        await pause(10);
        seen.push(...batch);
        running -= 1;
      },
    });
    const keys = Array.from({ length: 8 }, (_, number) => `K-${number}`);
    await Promise.all(keys.map((key) => publish(opened, service, key, 3)));
    await eventually(() => assert.equal(new Set(idsOf(seen)).size, 24));
    await consumption.stop();
    assert.equal(most, 1);
  },

  'publishing again does no harm: a consumer sees the same ids': async (opened) => {
    const service = freshService();
    const events = await publish(opened, service, 'K-1', 3);
    await opened.adapter.publish(topicOf(service), events);
    const last = await publish(opened, service, 'K-1', 1);
    const { seen, stop } = await collect(opened.adapter, service);
    const expected = idsOf([...events, ...last]);
    await eventually(() => assert.deepEqual(firstSights(idsOf(seen)), expected));
    await stop();
  },

  'nothing is delivered after stop has resolved': async (opened) => {
    const service = freshService();
    const stopped = await collect(opened.adapter, service);
    await publish(opened, service, 'K-1', 2);
    await eventually(() => assert.equal(stopped.seen.length, 2));
    await stopped.stop();
    await publish(opened, service, 'K-1', 2);
    const witness = await collect(opened.adapter, service);
    await eventually(() => assert.equal(witness.seen.length, 4));
    await witness.stop();
    assert.equal(stopped.seen.length, 2);
  },

  'a message that is no event is delivered as such under its key, and holds up nothing': async (opened) => {
    if (opened.garble === undefined) return;
    const service = freshService();
    const before = await publish(opened, service, 'K-1', 2);
    await opened.garble(topicOf(service), 'K-1');
    const after = await publish(opened, service, 'K-1', 2);
    const { seen, stop } = await collect(opened.adapter, service);
    await eventually(() => assert.equal(new Set(idsOf(seen)).size, 5));
    await stop();
    const inOrder = firstSights(idsOf(seen)).map((id) => seen.find((event) => event.id === id));
    assert.deepEqual(
      inOrder.map((event) => event?.type),
      ['SampleRecorded', 'SampleRecorded', UNREADABLE, 'SampleRecorded', 'SampleRecorded'],
    );
    assert.equal(inOrder[2]?.metadata.key, 'K-1');
    assert.deepEqual(idsOf([...before, ...after]), firstSights(idsOf(seen)).toSpliced(2, 1));
  },
};

import assert from 'node:assert/strict';
import type { NewEvent, Recorded, StreamId } from '../ports/event.ts';
import { type Checkpoint, type EventFeed, topicOf } from '../ports/event-feed.ts';
import type { Opened, Promises } from './contract-case.ts';
import { eventually, gate } from './eventually.ts';
import { freshService, idsOf, sampleEvents } from './sample-events.ts';

/** A feed, and the record its events come from. */
export interface OpenedFeed extends Opened<EventFeed> {
  /** Appends events to a new stream of the record the feed publishes from. */
  record(stream: StreamId, events: readonly NewEvent[]): Promise<readonly Recorded[]>;
}

/** Delivery between services. */
export const feeding: Promises<OpenedFeed> = {
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

  'a consumer goes on from its checkpoint': async (opened) => {
    const service = freshService();
    const group = freshService();
    await publish(opened, service, 'K-1', 4);
    const before = await collect(opened.adapter, service, group);
    await eventually(() => assert.equal(before.seen.length, 4));
    await before.stop();
    const later = await publish(opened, service, 'K-1', 3);
    const checkpoint = before.checkpoint();
    assert(checkpoint !== undefined);
    const after = await collect(opened.adapter, service, group, checkpoint);
    await eventually(() => assert.deepEqual(idsOf(after.seen), idsOf(later)));
    await after.stop();
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

  'a rejected batch is delivered again and nothing is skipped': async (opened) => {
    const service = freshService();
    const handled: Recorded[] = [];
    let rejections = 0;
    const consumption = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        if (batch.length > 0 && rejections < 2) {
          rejections += 1;
          throw new Error('not now');
        }
        handled.push(...batch);
      },
    });
    const events = await publish(opened, service, 'K-1', 10);
    await eventually(() => assert.deepEqual(firstSights(idsOf(handled)), idsOf(events)));
    await consumption.stop();
    assert.equal(rejections, 2);
  },

  'the lag is above 0 while a batch waits and falls to 0 when all is handled': async (opened) => {
    const service = freshService();
    const begun = gate();
    const handled = gate();
    const consumption = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        if (batch.length === 0) return;
        begun.open();
        await handled.opened;
      },
    });
    await publish(opened, service, 'K-1', 5);
    await begun.opened;
    assert((await consumption.lag()) > 0);
    handled.open();
    await eventually(async () => assert.equal(await consumption.lag(), 0));
    await consumption.stop();
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
};

async function publish(
  opened: OpenedFeed,
  service: string,
  key: string,
  count: number,
): Promise<readonly Recorded[]> {
  const events = await opened.record(`${service}.matter-${freshService()}`, sampleEvents(count, key));
  await opened.adapter.publish(topicOf(service), events);
  return events;
}

async function collect(feed: EventFeed, service: string, group = freshService(), from?: Checkpoint) {
  const seen: Recorded[] = [];
  let reached = from;
  const consumption = await feed.consume({
    group,
    topics: [topicOf(service)],
    ...(from === undefined ? {} : { checkpoint: from }),
    deliver: async (batch, checkpoint) => {
      seen.push(...batch);
      reached = checkpoint;
    },
  });
  return { seen, checkpoint: () => reached, stop: () => consumption.stop() };
}

function firstSights(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

import assert from 'node:assert/strict';
import type { Recorded } from '../ports/event.ts';
import { topicOf } from '../ports/event-feed.ts';
import type { Promises } from './contract-case.ts';
import { eventually, gate } from './eventually.ts';
import { collect, firstSights, type OpenedFeed, publish } from './opened-feed.ts';
import { freshService, idsOf } from './sample-events.ts';

/** Handling that fails or takes its time, and how far a consumer says it is. */
export const failing: Promises<OpenedFeed> = {
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

  'a consumer stopped while its batch is being rejected stops, and the batch comes to the next': async (
    opened,
  ) => {
    const service = freshService();
    const group = freshService();
    let rejections = 0;
    const failing = await opened.adapter.consume({
      group,
      topics: [topicOf(service)],
      deliver: async (batch) => {
        if (batch.length === 0) return;
        rejections += 1;
        throw new Error('not now');
      },
    });
    const events = await publish(opened, service, 'K-1', 3);
    await eventually(() => assert(rejections > 0));
    await failing.stop();
    const stopped = rejections;
    const next = await collect(opened.adapter, service, group);
    await eventually(() => assert.deepEqual(firstSights(idsOf(next.seen)), idsOf(events)));
    await next.stop();
    assert.equal(rejections, stopped);
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

  'what is published is not reached while it waits, and reached once it is handled': async (opened) => {
    const service = freshService();
    const handled = gate();
    const consumption = await opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        if (batch.length > 0) await handled.opened;
      },
    });
    const events = await publish(opened, service, 'K-1', 5);
    const position = Math.max(...events.map((event) => event.position));
    assert.equal(await consumption.reach(position, 200), false);
    const reaching = consumption.reach(position, 20_000);
    handled.open();
    assert.equal(await reaching, true);
    await eventually(async () => assert.equal(await consumption.reach(position, 0), true));
    await consumption.stop();
  },
};

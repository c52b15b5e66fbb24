import assert from 'node:assert/strict';
import { type Checkpoint, topicOf } from '../ports/event-feed.ts';
import type { Promises } from './contract-case.ts';
import { eventually } from './eventually.ts';
import { collect, firstSights, type OpenedFeed, publish } from './opened-feed.ts';
import { freshService, idsOf } from './sample-events.ts';

/** Going on: from the checkpoint the consumer keeps, and from nothing else. */
export const resuming: Promises<OpenedFeed> = {
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

  'the checkpoint of a delivery covers what was handled up to it, of all topics, and nothing else': async (
    opened,
  ) => {
    const services = [freshService(), freshService()];
    const group = freshService();
    const published: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (const service of services)
        for (const key of ['K-1', 'K-2', 'K-3'])
          published.push(...idsOf(await publish(opened, service, `${key}-${round}`, 2)));
    }
    const topics = services.map(topicOf);
    const handled: string[] = [];
    let checkpoint: Checkpoint | undefined;
    // Each life handles one batch; the next goes on from what that one kept.
    await eventually(async () => {
      const before: number = handled.length;
      const consumption = await opened.adapter.consume({
        group,
        topics,
        ...(checkpoint === undefined ? {} : { checkpoint }),
        deliver: async (batch, upTo) => {
          if (handled.length > before) throw new Error('one batch is enough');
          handled.push(...idsOf(batch));
          checkpoint = upTo;
        },
      });
      await eventually(() => assert(handled.length > before));
      await consumption.stop();
      assert.equal(handled.length, published.length);
    });
    assert.deepEqual([...handled].sort(), [...published].sort());
  },

  'a consumer without a checkpoint gets everything, whatever its group was given before': async (opened) => {
    const service = freshService();
    const group = freshService();
    const events = await publish(opened, service, 'K-1', 4);
    for (let life = 0; life < 2; life += 1) {
      const { seen, stop } = await collect(opened.adapter, service, group);
      await eventually(() => assert.deepEqual(firstSights(idsOf(seen)), idsOf(events)));
      await stop();
    }
  },

  'an older checkpoint brings again what came after it': async (opened) => {
    const service = freshService();
    const group = freshService();
    await publish(opened, service, 'K-1', 2);
    const first = await collect(opened.adapter, service, group);
    await eventually(() => assert.equal(first.seen.length, 2));
    const old = first.checkpoint();
    assert(old !== undefined);
    const later = await publish(opened, service, 'K-1', 3);
    await eventually(() => assert.equal(first.seen.length, 5));
    await first.stop();
    const again = await collect(opened.adapter, service, group, old);
    await eventually(() => assert.deepEqual(firstSights(idsOf(again.seen)), idsOf(later)));
    await again.stop();
  },

  'what is no checkpoint of this feed is refused': async (opened) => {
    const consuming = opened.adapter.consume({
      group: freshService(),
      topics: [topicOf(freshService())],
      checkpoint: 'half past ten',
      deliver: async () => undefined,
    });
    await assert.rejects(consuming, RangeError);
  },
};

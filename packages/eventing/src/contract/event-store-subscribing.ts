import assert from 'node:assert/strict';
import type { Position, Recorded } from '../ports/event.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Opened, Promises } from './contract-case.ts';
import { eventually, gate, pause } from './eventually.ts';
import { freshCategory, freshStream, idsOf, sampleEvent, sampleEvents } from './sample-events.ts';

type Store = Opened<EventStore>;

/** Catching up, going live, failing deliveries, stopping. */
export const subscribing: Promises<Store> = {
  'a subscription delivers what was there and then what comes, in order, each once': async ({ adapter }) => {
    const category = freshCategory();
    const start = await adapter.head();
    await appendApart(adapter, category, 50);
    const seen: Recorded[] = [];
    const subscription = adapter.subscribe(start, { categories: [category] }, async (batch) => {
      seen.push(...batch);
    });
    await Promise.all(Array.from({ length: 10 }, () => appendApart(adapter, category, 10)));
    await eventually(() => assert.equal(seen.length, 150));
    await subscription.stop();
    const { events } = await adapter.readAll(start, 1000, { categories: [category] });
    assert.deepEqual(seen, events);
  },

  'a subscription begins after its position': async ({ adapter }) => {
    const category = freshCategory();
    await appendApart(adapter, category, 3);
    const after = await adapter.head();
    await appendApart(adapter, category, 2);
    const seen: Recorded[] = [];
    const subscription = adapter.subscribe(after, { categories: [category] }, async (batch) => {
      seen.push(...batch);
    });
    await eventually(() => assert.equal(seen.length, 2));
    await subscription.stop();
    assert(seen.every(({ position }) => position > after));
  },

  'a subscription learns how far the log has come without events for it': async ({ adapter }) => {
    const start = await adapter.head();
    const told: Position[] = [];
    const subscription = adapter.subscribe(start, { categories: [freshCategory()] }, async (batch, upTo) => {
      assert.deepEqual(batch, []);
      told.push(upTo);
    });
    await appendApart(adapter, freshCategory(), 3);
    const head = await adapter.head();
    await eventually(() => assert((told.at(-1) ?? 0) >= head));
    await eventually(() => assert(subscription.position >= head));
    await subscription.stop();
  },

  'its position is reached only when the delivery was handled': async ({ adapter }) => {
    const category = freshCategory();
    const start = await adapter.head();
    const handled = gate();
    const begun = gate();
    const subscription = adapter.subscribe(start, { categories: [category] }, async (batch) => {
      if (batch.length === 0) return;
      begun.open();
      await handled.opened;
    });
    await appendApart(adapter, category, 1);
    const head = await adapter.head();
    await begun.opened;
    assert(subscription.position < head);
    handled.open();
    await eventually(() => assert(subscription.position >= head));
    await subscription.stop();
  },

  'a rejected delivery is made again and nothing is skipped': async ({ adapter }) => {
    const category = freshCategory();
    const start = await adapter.head();
    const handled: Recorded[] = [];
    const rejected: string[][] = [];
    const subscription = adapter.subscribe(start, { categories: [category] }, async (batch) => {
      if (batch.length > 0 && rejected.length < 3) {
        rejected.push(idsOf(batch));
        throw new Error('not now');
      }
      handled.push(...batch);
    });
    await appendApart(adapter, category, 20);
    await eventually(() => assert.equal(handled.length, 20));
    await subscription.stop();
    assert.equal(rejected.length, 3);
    const { events } = await adapter.readAll(start, 100, { categories: [category] });
    assert.deepEqual(handled, events);
  },

  'nothing is delivered after stop has resolved': async ({ adapter }) => {
    const category = freshCategory();
    const start = await adapter.head();
    let deliveries = 0;
    const subscription = adapter.subscribe(start, { categories: [category] }, async () => {
      deliveries += 1;
    });
    await appendApart(adapter, category, 5);
    await eventually(() => assert(deliveries > 0));
    await subscription.stop();
    const before = deliveries;
    await appendApart(adapter, category, 5);
    await pause(50);
    assert.equal(deliveries, before);
    await subscription.stop();
  },

  'stop waits for the delivery under way': async ({ adapter }) => {
    const category = freshCategory();
    const begun = gate();
    const handled = gate();
    let finished = false;
    const subscription = adapter.subscribe(
      await adapter.head(),
      { categories: [category] },
      async (batch) => {
        if (batch.length === 0) return;
        begun.open();
        await handled.opened;
        finished = true;
      },
    );
    await appendApart(adapter, category, 1);
    await begun.opened;
    const stopped = subscription.stop();
    handled.open();
    await stopped;
    assert(finished);
  },

  'a subscription that keeps failing can be stopped': async ({ adapter }) => {
    const category = freshCategory();
    let attempts = 0;
    const subscription = adapter.subscribe(await adapter.head(), { categories: [category] }, async () => {
      attempts += 1;
      throw new Error('never');
    });
    await appendApart(adapter, category, 1);
    await eventually(() => assert(attempts > 1));
    await subscription.stop();
  },

  'a slow subscriber holds up neither appends nor other subscribers': async ({ adapter }) => {
    const category = freshCategory();
    const start = await adapter.head();
    const handled = gate();
    const slow: Recorded[] = [];
    const quick: Recorded[] = [];
    const slowly = adapter.subscribe(start, { categories: [category] }, async (batch) => {
      await handled.opened;
      slow.push(...batch);
    });
    const quickly = adapter.subscribe(start, { categories: [category] }, async (batch) => {
      quick.push(...batch);
    });
    await appendApart(adapter, category, 100);
    await eventually(() => assert.equal(quick.length, 100));
    assert.deepEqual(slow, []);
    handled.open();
    await eventually(() => assert.deepEqual(slow, quick));
    await Promise.all([slowly.stop(), quickly.stop()]);
  },

  'a delivery may append to the log it reads': async ({ adapter }) => {
    const category = freshCategory();
    const echoes = freshCategory();
    const start = await adapter.head();
    const seen: Recorded[] = [];
    const subscription = adapter.subscribe(start, { categories: [category, echoes] }, async (batch) => {
      for (const event of batch) {
        if (event.stream.startsWith(category)) {
          await adapter.append(freshStream(echoes), [sampleEvent({ of: event.id })], 'none');
        }
        seen.push(event);
      }
    });
    await appendApart(adapter, category, 5);
    await eventually(() => assert.equal(seen.length, 10));
    await subscription.stop();
  },

  'a subscription goes on from a position kept from before opening again': async ({ adapter, reopen }) => {
    const category = freshCategory();
    await appendApart(adapter, category, 5);
    const after = await adapter.head();
    await appendApart(adapter, category, 5);
    const store = (await reopen?.()) ?? adapter;
    const seen: Recorded[] = [];
    const subscription = store.subscribe(after, { categories: [category] }, async (batch) => {
      seen.push(...batch);
    });
    await appendApart(store, category, 5);
    await eventually(() => assert.equal(seen.length, 10));
    await subscription.stop();
  },
};

async function appendApart(store: EventStore, category: string, count: number): Promise<void> {
  for (const event of sampleEvents(count)) await store.append(freshStream(category), [event], 'none');
}

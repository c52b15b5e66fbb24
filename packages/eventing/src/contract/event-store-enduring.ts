import assert from 'node:assert/strict';
import type { Position, Recorded } from '../ports/event.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Opened, Promises } from './contract-case.ts';
import { eventually } from './eventually.ts';
import { freshCategory, freshStream, idsOf, sampleEvent, sampleEvents } from './sample-events.ts';

/** Something that goes wrong from now on, and whether it has happened by now. */
export interface Trouble {
  struck(): Promise<boolean>;
}

/**
 * An adapter with what a stand can make its engine do. Where there is no such engine the cases run all the same: the promise is
 * the same without trouble.
 */
export interface OpenedEventStore extends Opened<EventStore> {
  /** Lets the engine write something of its own into the log. */
  readonly engineWrites?: () => Promise<void>;
  /** The next append is stored, but its answer gets lost. */
  readonly loseAnswer?: () => Promise<Trouble>;
  /** Subscriptions that run are cut off. */
  readonly cutSubscriptions?: () => Promise<Trouble>;
}

/** What a real engine does to its log and to its callers. */
export const enduring: Promises<OpenedEventStore> = {
  'what the engine writes for itself is nobody’s event and moves no head': async ({
    adapter,
    engineWrites,
  }) => {
    const category = freshCategory();
    await appendApart(adapter, category, 2);
    const before = await adapter.head();
    for (let time = 0; time < 3; time += 1) await engineWrites?.();
    const after = await adapter.head();
    const { events } = await adapter.readAll(before, 100);
    // On a shared server somebody else may have appended.
    assert(after === before || events.some(({ position }) => position === after));
    const seen: Recorded[] = [];
    const subscription = adapter.subscribe(before, {}, async (batch) => {
      seen.push(...batch);
    });
    await appendApart(adapter, category, 1);
    const head = await adapter.head();
    await eventually(() => assert(subscription.position >= head));
    await subscription.stop();
    assert(seen.length > 0);
    for (const { stream } of [...events, ...seen]) assert(!stream.startsWith('$'), stream);
  },

  'from each position a reader got, reading on misses nothing and repeats nothing': async ({
    adapter,
    engineWrites,
  }) => {
    const categories = [freshCategory()];
    const start = await adapter.head();
    for (let time = 0; time < 4; time += 1) {
      await appendApart(adapter, categories[0] ?? '', 2);
      await engineWrites?.();
      await appendApart(adapter, freshCategory(), 1);
    }
    const { events, upTo } = await adapter.readAll(start, 100, { categories });
    assert.equal(events.length, 8);
    for (const [index, { position }] of events.entries()) {
      const rest = await adapter.readAll(position, 100, { categories });
      assert.deepEqual(rest.events, events.slice(index + 1));
    }
    assert.deepEqual((await adapter.readAll(upTo, 100, { categories })).events, []);
    assert.deepEqual((await adapter.readAll(await adapter.head(), 100, { categories })).events, []);
  },

  'a subscription goes on from each position it told': async ({ adapter, engineWrites }) => {
    const categories = [freshCategory()];
    const start = await adapter.head();
    const told: { readonly upTo: Position; readonly seen: number }[] = [];
    let seen = 0;
    const first = adapter.subscribe(start, { categories }, async (batch, upTo) => {
      seen += batch.length;
      told.push({ upTo, seen });
    });
    for (let time = 0; time < 3; time += 1) {
      await appendApart(adapter, categories[0] ?? '', 1);
      await engineWrites?.();
      await appendApart(adapter, freshCategory(), 1);
    }
    const head = await adapter.head();
    await eventually(() => assert(first.position >= head));
    await first.stop();
    const { events } = await adapter.readAll(start, 100, { categories });
    assert.equal(events.length, 3);
    for (const { upTo, seen: before } of told) {
      const rest: Recorded[] = [];
      const next = adapter.subscribe(upTo, { categories }, async (batch) => {
        rest.push(...batch);
      });
      await eventually(() => assert(next.position >= head));
      await next.stop();
      assert.deepEqual(rest, events.slice(before));
    }
  },

  'what comes while a subscription passes over the events of others is delivered': async ({ adapter }) => {
    for (let round = 0; round < 10; round += 1) {
      const category = freshCategory();
      const start = await adapter.head();
      await appendApart(adapter, freshCategory(), 3);
      const seen: Recorded[] = [];
      const subscription = adapter.subscribe(start, { categories: [category] }, async (batch) => {
        seen.push(...batch);
      });
      const events = sampleEvents(3);
      for (const event of events) await adapter.append(freshStream(category), [event], 'none');
      const head = await adapter.head();
      await eventually(() => assert(subscription.position >= head));
      await subscription.stop();
      assert.deepEqual(idsOf(seen), idsOf(events));
    }
  },

  'an append of several events answers the place of its last one': async ({ adapter }) => {
    const stream = freshStream();
    const first = await adapter.append(stream, sampleEvents(3), 'none');
    const second = await adapter.append(stream, sampleEvents(2), 2);
    assert(first.ok && second.ok);
    const stored = await adapter.readStream(stream);
    assert.equal(stored[2]?.position, first.position);
    assert.equal(stored[4]?.position, second.position);
    assert(stored.every(({ position }, index) => position > (stored[index - 1]?.position ?? 0)));
  },

  'every subscription learns of an append, whatever it wants to see': async ({ adapter }) => {
    const category = freshCategory();
    const start = await adapter.head();
    const filters = [{}, { categories: [category] }, { categories: [freshCategory()] }, { categories: [] }];
    const subscriptions = filters.map((filter) => adapter.subscribe(start, filter, async () => undefined));
    for (let time = 0; time < 3; time += 1) {
      const appended = await adapter.append(freshStream(category), [sampleEvent()], 'none');
      assert(appended.ok);
      const { position } = appended;
      await eventually(() => assert(subscriptions.every((each) => each.position >= position)));
    }
    await Promise.all(subscriptions.map((each) => each.stop()));
  },

  'an append whose answer was lost is stored once and answered': async ({ adapter, loseAnswer }) => {
    for (const expected of ['none', 1, 'any'] as const) {
      const stream = freshStream();
      const before = expected === 'none' ? [] : sampleEvents(2);
      if (before.length > 0) await adapter.append(stream, before, 'none');
      const events = sampleEvents(2);
      const trouble = await loseAnswer?.();
      const appended = await adapter.append(stream, events, expected);
      assert((await trouble?.struck()) ?? true, 'no answer was lost');
      assert(appended.ok);
      const stored = await adapter.readStream(stream);
      assert.deepEqual(idsOf(stored), idsOf([...before, ...events]));
      assert.equal(appended.revision, stored.length - 1);
      assert.equal(appended.position, stored.at(-1)?.position);
    }
  },

  'subscriptions that are cut off go on, without a gap': async ({ adapter, cutSubscriptions }) => {
    const category = freshCategory();
    const start = await adapter.head();
    const seen: Recorded[] = [];
    const subscription = adapter.subscribe(start, { categories: [category] }, async (batch) => {
      seen.push(...batch);
    });
    for (let time = 0; time < 3; time += 1) {
      await appendApart(adapter, category, 10);
      const trouble = await cutSubscriptions?.();
      await appendApart(adapter, category, 10);
      const head = await adapter.head();
      await eventually(() => assert(subscription.position >= head));
      assert((await trouble?.struck()) ?? true, 'no subscription was cut off');
    }
    await subscription.stop();
    const { events } = await adapter.readAll(start, 1000, { categories: [category] });
    assert.equal(events.length, 60);
    // At least once: what comes again is the same, and comes after what it came with before.
    const firstTimes = seen.filter(({ id }, index) => seen.findIndex((each) => each.id === id) === index);
    assert.deepEqual(firstTimes, events);
  },
};

async function appendApart(store: EventStore, category: string, count: number): Promise<void> {
  for (const event of sampleEvents(count)) await store.append(freshStream(category), [event], 'none');
}

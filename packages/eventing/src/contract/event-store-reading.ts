import assert from 'node:assert/strict';
import type { Recorded } from '../ports/event.ts';
import type { EventStore } from '../ports/event-store.ts';
import { awkwardTexts } from './awkward-texts.ts';
import type { Opened, Promises } from './contract-case.ts';
import {
  freshCategory,
  freshService,
  freshStream,
  idsOf,
  sampleEvent,
  sampleEvents,
} from './sample-events.ts';

type Store = Opened<EventStore>;

/** Bounds, order and content of what is read. */
export const reading: Promises<Store> = {
  'an unknown stream is empty': async ({ adapter }) => {
    assert.deepEqual(await adapter.readStream(freshStream()), []);
    assert.deepEqual(await adapter.readStream(freshStream(), { direction: 'backwards' }), []);
  },

  'a stream is read from a revision on, that one included': async ({ adapter }) => {
    const stream = await streamOfFive(adapter);
    assert.deepEqual(await revisions(adapter.readStream(stream)), [0, 1, 2, 3, 4]);
    assert.deepEqual(await revisions(adapter.readStream(stream, { from: 3 })), [3, 4]);
    assert.deepEqual(await revisions(adapter.readStream(stream, { from: 5 })), []);
    assert.deepEqual(await revisions(adapter.readStream(stream, { from: 1, limit: 2 })), [1, 2]);
  },

  'a stream is read backwards from its end, or from a revision, that one included': async ({ adapter }) => {
    const stream = await streamOfFive(adapter);
    const direction = 'backwards';
    assert.deepEqual(await revisions(adapter.readStream(stream, { direction })), [4, 3, 2, 1, 0]);
    assert.deepEqual(await revisions(adapter.readStream(stream, { direction, from: 2 })), [2, 1, 0]);
    assert.deepEqual(await revisions(adapter.readStream(stream, { direction, limit: 1 })), [4]);
    assert.deepEqual(await revisions(adapter.readStream(stream, { direction, from: 99, limit: 2 })), [4, 3]);
  },

  'an event is read as it was written, with its place': async ({ adapter }) => {
    const stream = freshStream();
    const event = sampleEvent({
      texts: awkwardTexts,
      nothing: null,
      flag: false,
      number: -1.5,
      nested: { a: [1] },
    });
    const appended = await adapter.append(stream, [event], 'none');
    assert(appended.ok);
    const expected: Recorded = { ...event, stream, revision: 0, position: appended.position };
    assert.deepEqual(await adapter.readStream(stream), [expected]);
    const { events } = await adapter.readAll(appended.position - 1, 1);
    assert.deepEqual(events, [expected]);
  },

  'the whole log is read after a position, that one excluded': async ({ adapter }) => {
    const categories = [freshCategory()];
    const stored = await storeApart(adapter, 4, categories[0]);
    const after = stored[1]?.position ?? 0;
    const { events, upTo } = await adapter.readAll(after, 100, { categories });
    assert.deepEqual(idsOf(events), idsOf(stored.slice(2)));
    assert(upTo >= (stored[3]?.position ?? 0));
  },

  'no more than the limit is read, and reading on from what it reached misses nothing': async ({
    adapter,
  }) => {
    const categories = [freshCategory()];
    const stored = await storeApart(adapter, 25, categories[0]);
    const found: Recorded[] = [];
    let position = (stored[0]?.position ?? 0) - 1;
    for (;;) {
      const { events, upTo } = await adapter.readAll(position, 10, { categories });
      assert(events.length <= 10);
      if (events.length === 0) break;
      found.push(...events);
      position = upTo;
    }
    assert.deepEqual(idsOf(found), idsOf(stored));
  },

  'a filter keeps to its categories, none of them known is nothing': async ({ adapter }) => {
    const service = freshService();
    const start = await adapter.head();
    const wanted = await storeApart(adapter, 3, `${service}.lead`);
    await storeApart(adapter, 3, `${service}.leaden`);
    const also = await storeApart(adapter, 2, `${service}.matter`);
    const both = await adapter.readAll(start, 100, { categories: [`${service}.lead`, `${service}.matter`] });
    assert.deepEqual(idsOf(both.events), idsOf([...wanted, ...also]));
    const nothing = await adapter.readAll(start, 100, { categories: [freshCategory()] });
    assert.deepEqual(nothing.events, []);
    const empty = await adapter.readAll(start, 100, { categories: [] });
    assert.deepEqual(empty.events, []);
  },

  'reading moves on past events that do not pass the filter': async ({ adapter }) => {
    const start = await adapter.head();
    const stored = await storeApart(adapter, 3, freshCategory());
    const { events, upTo } = await adapter.readAll(start, 100, { categories: [freshCategory()] });
    assert.deepEqual(events, []);
    assert(upTo >= (stored[2]?.position ?? 0));
  },

  'reading at the end of the log gives nothing and stays where it is': async ({ adapter }) => {
    await storeApart(adapter, 1, freshCategory());
    const categories = [freshCategory()];
    const head = await adapter.head();
    const { events, upTo } = await adapter.readAll(head, 10, { categories });
    assert.deepEqual(events, []);
    assert(upTo >= head);
  },

  'positions grow as appends are acknowledged, the head is the newest': async ({ adapter }) => {
    const stored = await storeApart(adapter, 10, freshCategory());
    const positions = stored.map(({ position }) => position);
    assert.deepEqual(
      positions,
      [...new Set(positions)].sort((a, b) => a - b),
    );
    assert((await adapter.head()) >= (positions.at(-1) ?? 0));
  },

  'the log in order of positions holds each stream in order of revisions': async ({ adapter }) => {
    const categories = [freshCategory()];
    const streams = Array.from({ length: 5 }, () => freshStream(categories[0]));
    const start = await adapter.head();
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => adapter.append(streams[i % 5] ?? '', [sampleEvent()], 'any')),
    );
    const { events } = await adapter.readAll(start, 1000, { categories });
    assert.equal(events.length, 100);
    for (const stream of streams) {
      const own = events.filter((event) => event.stream === stream);
      assert.deepEqual(
        own.map(({ revision }) => revision),
        own.map((_, index) => index),
      );
    }
  },

  'nothing ever appears at or below a position a reader was given': async ({ adapter }) => {
    const categories = [freshCategory()];
    const start = await adapter.head();
    const writing = Promise.all(
      Array.from({ length: 200 }, () => adapter.append(freshStream(categories[0]), [sampleEvent()], 'none')),
    );
    const seen: Recorded[] = [];
    let position = start;
    while (seen.length < 200) {
      const { events, upTo } = await adapter.readAll(position, 7, { categories });
      seen.push(...events);
      position = upTo;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    const { events } = await adapter.readAll(start, 1000, { categories });
    assert.deepEqual(idsOf(seen), idsOf(events));
  },

  'what was acknowledged is there after opening again, at the same places': async ({ adapter, reopen }) => {
    const category = freshCategory();
    const stored = await storeApart(adapter, 20, category);
    const head = await adapter.head();
    const store = (await reopen?.()) ?? adapter;
    const after = (stored[0]?.position ?? 0) - 1;
    const { events } = await store.readAll(after, 100, { categories: [category] });
    assert.deepEqual(events, stored);
    assert((await store.head()) >= head);
    const appended = await store.append(freshStream(category), [sampleEvent()], 'none');
    assert(appended.ok && appended.position > head);
  },
};

async function streamOfFive(store: EventStore): Promise<string> {
  const stream = freshStream();
  await store.append(stream, sampleEvents(5), 'none');
  return stream;
}

async function revisions(events: Promise<readonly Recorded[]>): Promise<number[]> {
  return (await events).map(({ revision }) => revision);
}

/** Stores events one after another, each in a stream of its own. */
async function storeApart(store: EventStore, count: number, category?: string): Promise<Recorded[]> {
  const stored: Recorded[] = [];
  for (const event of sampleEvents(count)) {
    const stream = freshStream(category);
    await store.append(stream, [event], 'none');
    stored.push(...(await store.readStream(stream)));
  }
  return stored;
}

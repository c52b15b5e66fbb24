import assert from 'node:assert/strict';
import type { NewEvent, StreamId } from '../ports/event.ts';
import type { Appended, EventStore, ExpectedRevision } from '../ports/event-store.ts';
import type { Opened, Promises } from './contract-case.ts';
import { freshStream, idsOf, sampleEvent, sampleEvents } from './sample-events.ts';

type Store = Opened<EventStore>;

/** Appends made again because their answer was lost. */
export const repeating: Promises<Store> = {
  'a repeated append expecting none answers as the first did': ({ adapter }) => repeat(adapter, 0, 'none'),
  'a repeated append expecting a revision answers as the first did': ({ adapter }) => repeat(adapter, 3, 2),
  'a repeated append expecting anything answers as the first did': ({ adapter }) => repeat(adapter, 3, 'any'),
  'a repeated append expecting anything of a new stream answers as the first did': ({ adapter }) =>
    repeat(adapter, 0, 'any'),

  'an append repeated at the same time is stored once and answered twice': async ({ adapter }) => {
    for (const expected of ['none', 'any'] as const) {
      const stream = freshStream();
      const events = sampleEvents(2);
      const answers = await Promise.all([
        adapter.append(stream, events, expected),
        adapter.append(stream, events, expected),
      ]);
      assert(answers[0].ok);
      assert.deepEqual(answers[1], answers[0]);
      assert.deepEqual(idsOf(await adapter.readStream(stream)), idsOf(events));
    }
  },

  'an append that lost its race is still refused when it is made again': async ({ adapter }) => {
    const stream = freshStream();
    await adapter.append(stream, sampleEvents(2), 'none');
    const late = [sampleEvent()];
    for (let attempt = 0; attempt < 2; attempt++) {
      assert.deepEqual(await adapter.append(stream, late, 0), { ok: false, wrongRevision: 1 });
    }
  },

  'an append that only begins like a stored one is not taken for its repetition': async ({ adapter }) => {
    const stream = freshStream();
    const [first, second] = [sampleEvent(), sampleEvent()];
    await adapter.append(stream, [first, second], 'none');
    const other = await adapter.append(stream, [first, sampleEvent()], 'none');
    assert.deepEqual(other, { ok: false, wrongRevision: 1 });
    assert.equal((await adapter.readStream(stream)).length, 2);
  },

  'a repeated append is recognised after opening again': async ({ adapter, reopen }) => {
    const created = freshStream();
    const grown = freshStream();
    const events = sampleEvents(2);
    const more = sampleEvents(2);
    const first = await adapter.append(created, events, 'none');
    const second = await adapter.append(grown, more, 'any');
    const store = (await reopen?.()) ?? adapter;
    assert.deepEqual(await store.append(created, events, 'none'), first);
    assert.deepEqual(await store.append(grown, more, 'any'), second);
  },
};

/** Appends to a stream with `before` events, again at once, and again after the stream went on. */
async function repeat(store: EventStore, before: number, expected: ExpectedRevision): Promise<void> {
  const stream = freshStream();
  if (before > 0) await store.append(stream, sampleEvents(before), 'none');
  const events = sampleEvents(3);
  const first = await store.append(stream, events, expected);
  assert(first.ok);
  await sameAgain(store, stream, events, expected, first);
  await store.append(stream, sampleEvents(4), first.revision);
  await sameAgain(store, stream, events, expected, first);
  assert.equal((await store.readStream(stream)).length, before + 3 + 4);
}

async function sameAgain(
  store: EventStore,
  stream: StreamId,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
  first: Appended,
): Promise<void> {
  assert.deepEqual(await store.append(stream, events, expected), first);
}

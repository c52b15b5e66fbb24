import assert from 'node:assert/strict';
import type { EventStore } from '../ports/event-store.ts';
import type { Opened, Promises } from './contract-case.ts';
import { freshStream, idsOf, sampleEvent, sampleEvents } from './sample-events.ts';

type Store = Opened<EventStore>;

/** What `append` does with each kind of expectation. */
export const appending: Promises<Store> = {
  'append of no events is thrown, whatever is expected': async ({ adapter }) => {
    for (const expected of ['none', 'any', 0] as const) {
      await assert.rejects(adapter.append(freshStream(), [], expected), RangeError);
    }
  },

  'expecting none creates a stream, answers its revision and a position above 0': async ({ adapter }) => {
    const stream = freshStream();
    const appended = await adapter.append(stream, sampleEvents(2), 'none');
    assert(appended.ok);
    assert.equal(appended.revision, 1);
    assert(appended.position > 0);
  },

  'expecting none of a stream that exists answers its revision and stores nothing': async ({ adapter }) => {
    const stream = freshStream();
    await adapter.append(stream, sampleEvents(3), 'none');
    assert.deepEqual(await adapter.append(stream, [sampleEvent()], 'none'), { ok: false, wrongRevision: 2 });
    assert.equal((await adapter.readStream(stream)).length, 3);
  },

  'expecting the newest revision appends after it': async ({ adapter }) => {
    const stream = freshStream();
    await adapter.append(stream, sampleEvents(2), 'none');
    const appended = await adapter.append(stream, sampleEvents(2), 1);
    assert(appended.ok);
    assert.equal(appended.revision, 3);
    assert.deepEqual(
      (await adapter.readStream(stream)).map(({ revision }) => revision),
      [0, 1, 2, 3],
    );
  },

  'expecting an older or a later revision answers the newest one and stores nothing': async ({ adapter }) => {
    const stream = freshStream();
    await adapter.append(stream, sampleEvents(3), 'none');
    for (const expected of [0, 1, 3, 99]) {
      assert.deepEqual(await adapter.append(stream, [sampleEvent()], expected), {
        ok: false,
        wrongRevision: 2,
      });
    }
    assert.equal((await adapter.readStream(stream)).length, 3);
  },

  'expecting a revision of an unknown stream answers none': async ({ adapter }) => {
    const stream = freshStream();
    assert.deepEqual(await adapter.append(stream, [sampleEvent()], 0), { ok: false, wrongRevision: 'none' });
    assert.deepEqual(await adapter.readStream(stream), []);
  },

  'expecting anything creates a stream and appends to one that exists': async ({ adapter }) => {
    const stream = freshStream();
    const first = await adapter.append(stream, [sampleEvent()], 'any');
    const second = await adapter.append(stream, sampleEvents(2), 'any');
    assert(first.ok && second.ok);
    assert.equal(first.revision, 0);
    assert.equal(second.revision, 2);
    assert(second.position > first.position);
  },

  'of two creators at once exactly one wins, the other learns the revision': async ({ adapter }) => {
    const stream = freshStream();
    const answers = await Promise.all([
      adapter.append(stream, [sampleEvent()], 'none'),
      adapter.append(stream, [sampleEvent()], 'none'),
    ]);
    assert.deepEqual(answers.map(({ ok }) => ok).sort(), [false, true]);
    assert.deepEqual(
      answers.find(({ ok }) => !ok),
      { ok: false, wrongRevision: 0 },
    );
    assert.equal((await adapter.readStream(stream)).length, 1);
  },

  'a hundred appends at once to one stream all stand in it once, without gaps': async ({ adapter }) => {
    const stream = freshStream();
    const events = sampleEvents(100);
    const answers = await Promise.all(events.map((event) => adapter.append(stream, [event], 'any')));
    const stored = await adapter.readStream(stream);
    assert.deepEqual(idsOf(stored).sort(), idsOf(events).sort());
    assert.deepEqual(
      stored.map(({ revision }) => revision),
      events.map((_, index) => index),
    );
    for (const [index, answer] of answers.entries()) {
      assert(answer.ok);
      const found = stored[answer.revision];
      assert.equal(found?.id, events[index]?.id);
      assert.equal(found?.position, answer.position);
    }
  },

  'a lost race harms no append to another stream made at the same time': async ({ adapter }) => {
    const taken = freshStream();
    await adapter.append(taken, [sampleEvent()], 'none');
    const others = Array.from({ length: 10 }, () => freshStream());
    const [lost, ...won] = await Promise.all([
      adapter.append(taken, [sampleEvent()], 'none'),
      ...others.map((stream) => adapter.append(stream, [sampleEvent()], 'none')),
    ]);
    assert.deepEqual(lost, { ok: false, wrongRevision: 0 });
    assert(won.every(({ ok }) => ok));
    for (const stream of others) assert.equal((await adapter.readStream(stream)).length, 1);
  },

  'the events of one append stand next to each other, in the order given, also under concurrency': async ({
    adapter,
  }) => {
    const stream = freshStream();
    const batches = Array.from({ length: 20 }, () => sampleEvents(5));
    await Promise.all(batches.map((batch) => adapter.append(stream, batch, 'any')));
    const stored = idsOf(await adapter.readStream(stream));
    assert.equal(stored.length, 100);
    for (const batch of batches) {
      const start = stored.indexOf(batch[0]?.id ?? '');
      assert.deepEqual(stored.slice(start, start + 5), idsOf(batch));
    }
  },

  'what the caller does to its objects afterwards does not reach the log': async ({ adapter }) => {
    const stream = freshStream();
    const data = { text: 'before' };
    const appending = adapter.append(stream, [sampleEvent(data)], 'none');
    data.text = 'after';
    await appending;
    assert.deepEqual((await adapter.readStream(stream))[0]?.data, { text: 'before' });
  },
};

import {
  END,
  eventTypeFilter,
  jsonEvent,
  type Position,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientOnDouble, clientOnDouble, event, events, heard, streamName } from './client-on-double.ts';

let on: ClientOnDouble;

beforeAll(async () => {
  on = await clientOnDouble();
});
afterAll(() => on.close());

const soon = { timeout: 20_000 };

describe('a subscription to the log', () => {
  test('gives what is there behind its position, says that it has caught up, and gives what comes', async () => {
    const [category, stream] = ['catching', streamName('catching')];
    await on.client.appendToStream(stream, events(2));
    const { position } = await on.client.appendToStream(stream, event(2));
    await on.client.appendToStream(stream, [event(3), event(4)]);
    const filter = streamNameFilter({ prefixes: [`${category}-`] });
    const subscription = on.client.subscribeToAll({ fromPosition: position!, filter });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual([3, 4, 'caught up']);
    await on.client.appendToStream(stream, [event(5), event(6)]);
    await on.client.appendToStream(streamName('other'), event(99));
    await expect.poll(() => said, soon).toEqual([3, 4, 'caught up', 5, 6]);
    await subscription.unsubscribe();
  });

  test('from the end gives only what comes', async () => {
    await on.client.appendToStream(streamName('ending'), event(1));
    const filter = streamNameFilter({ prefixes: ['ending-'] });
    const subscription = on.client.subscribeToAll({ fromPosition: END, filter });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual(['caught up']);
    await on.client.appendToStream(streamName('ending'), event(2));
    await expect.poll(() => said, soon).toEqual(['caught up', 2]);
    await subscription.unsubscribe();
  });

  test('without a filter meets events of the server itself', async () => {
    const subscription = on.client.subscribeToAll({ fromPosition: END });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual(['caught up']);
    await on.double.control.recordSystemEvent();
    await on.client.appendToStream(streamName(), event(1));
    await expect.poll(() => said, soon).toEqual(['caught up', '$statsCollected', 1]);
    await subscription.unsubscribe();
  });

  test('is refused from a place where no event stands', async () => {
    const { position } = await on.client.appendToStream(streamName(), event(1));
    const between = { commit: position!.commit - 1n, prepare: position!.commit - 1n };
    const subscription = on.client.subscribeToAll({ fromPosition: between });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual(['unknown']);
  });
});

describe('a filter', () => {
  const mark = streamName('').slice(1);
  const typed = (type: string, n: number) => jsonEvent({ type: `${type}${mark}`, data: { n } });

  beforeAll(async () => {
    let n = 0;
    for (const type of ['Opened', 'Closed'])
      for (const colour of ['red', 'green', 'blue'])
        await on.client.appendToStream(`${colour}${mark}-1`, typed(type, n++));
  });

  test.each([
    [
      'prefixes of stream names',
      streamNameFilter({ prefixes: [`red${mark}-`, `blue${mark}-`] }),
      [0, 2, 3, 5],
    ],
    ['an expression over stream names', streamNameFilter({ regex: `^(green|blue)${mark}-` }), [1, 2, 4, 5]],
    ['prefixes of event types', eventTypeFilter({ prefixes: [`Opened${mark}`] }), [0, 1, 2]],
    ['an expression over event types', eventTypeFilter({ regex: `^Clo.*${mark}$` }), [3, 4, 5]],
  ])('by %s lets through what it names', async (_, filter, expected) => {
    const subscription = on.client.subscribeToAll({ fromPosition: START, filter });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual([...expected, 'caught up']);
    await subscription.unsubscribe();
  });

  test('reports how far it has looked, past what it does not let through', async () => {
    const { position: before } = await on.client.appendToStream(streamName('unwanted'), event(0));
    const checkpoints: Position[] = [];
    const filter = streamNameFilter({
      prefixes: ['never-'],
      maxSearchWindow: 4,
      checkpointInterval: 2,
      checkpointReached: async (_, position) => {
        checkpoints.push(position);
      },
    });
    const subscription = on.client.subscribeToAll({ fromPosition: before!, filter });
    const said = heard(subscription);
    await expect.poll(() => said, soon).toEqual(['caught up']);
    const { position: after } = await on.client.appendToStream(streamName('unwanted'), events(16));
    await expect.poll(() => checkpoints.length, soon).toBe(2);
    expect(checkpoints[0]!.commit).toBeGreaterThan(before!.commit);
    expect(checkpoints[1]).toEqual(after);
    expect(said).toEqual(['caught up']);
    await subscription.unsubscribe();
    const resumed = on.client.subscribeToAll({ fromPosition: checkpoints[0]! });
    const resumedSaid = heard(resumed);
    await expect.poll(() => resumedSaid, soon).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 'caught up']);
    await resumed.unsubscribe();
  });
});

test('a subscriber that does not keep up falls behind, is told, and gets everything in order', async () => {
  const stream = streamName('slow');
  const filter = streamNameFilter({ prefixes: [stream] });
  const subscription = on.client.subscribeToAll({ fromPosition: END, filter });
  const said = heard(subscription);
  await expect.poll(() => said, soon).toEqual(['caught up']);
  subscription.pause();
  const text = 'x'.repeat(20_000);
  for (let batch = 0; batch < 40; batch++) {
    const numbered = Array.from({ length: 40 }, (_, n) => ({ ...event(batch * 40 + n), metadata: { text } }));
    await on.client.appendToStream(stream, numbered);
  }
  subscription.resume();
  const numbers = () => said.filter((each) => typeof each === 'number');
  await expect.poll(() => numbers().length, soon).toBe(1_600);
  expect(numbers()).toEqual(Array.from({ length: 1_600 }, (_, n) => n));
  await expect
    .poll(() => said.filter((each) => typeof each === 'string'), soon)
    .toEqual(expect.arrayContaining(['fell behind']));
  const notices = said.filter((each) => typeof each === 'string');
  for (const [n, notice] of notices.entries()) expect(notice).toBe(n % 2 === 0 ? 'caught up' : 'fell behind');
  await subscription.unsubscribe();
});

test('a subscription to a stream waits for it, gives what comes behind its revision, and ends at its tombstone', async () => {
  const stream = streamName();
  const fromStart = heard(on.client.subscribeToStream(stream));
  await expect.poll(() => fromStart, soon).toEqual(['caught up']);
  await on.client.appendToStream(stream, [event(0), event(1), event(2)]);
  await expect.poll(() => fromStart, soon).toEqual(['caught up', 0, 1, 2]);
  const behind = heard(on.client.subscribeToStream(stream, { fromRevision: 1n }));
  await expect.poll(() => behind, soon).toEqual([2, 'caught up']);
  await on.client.tombstoneStream(stream);
  await expect.poll(() => behind, soon).toEqual([2, 'caught up', 'stream-deleted']);
  await expect.poll(() => fromStart, soon).toEqual(['caught up', 0, 1, 2, 'stream-deleted']);
});

import { expect, it } from 'vitest';
import { sampleEvent } from '../test/sample-event.ts';
import { openEventStore } from './event-store.ts';
import { bodyOf, type LogEntry } from './log-entry.ts';
import { LogTail } from './log-tail.ts';

function entries(from: number, count: number, text = ''): LogEntry[] {
  return Array.from({ length: count }, (_, i) => ({
    position: from + i,
    stream: `a.${(from + i) % 2 === 0 ? 'even' : 'odd'}-${from + i}`,
    revision: 0,
    previous: 0,
    body: bodyOf(sampleEvent({ text })),
  }));
}

const positions = (tail: LogTail, after: number, limit: number, categories?: string[]) =>
  tail.after(after, limit, categories)?.events.map(({ position }) => position);

it('answers from its first event on and knows where it begins', () => {
  const tail = new LogTail();
  expect(tail.after(0, 10)).toBeUndefined();
  tail.push(entries(11, 5));
  expect(tail.after(9, 10)).toBeUndefined();
  expect(positions(tail, 10, 10)).toEqual([11, 12, 13, 14, 15]);
  expect(positions(tail, 13, 1)).toEqual([14]);
  expect(tail.after(13, 1)?.upTo).toBe(14);
  expect(tail.after(15, 10)).toEqual({ events: [], upTo: 15 });
});

it('moves on past events of other categories', () => {
  const tail = new LogTail();
  tail.push(entries(1, 5));
  expect(positions(tail, 0, 10, ['a.even'])).toEqual([2, 4]);
  expect(tail.after(0, 10, ['a.even'])?.upTo).toBe(5);
  expect(tail.after(0, 10, [])).toEqual({ events: [], upTo: 5 });
});

it('forgets the older half when it holds too many, or too long, events', () => {
  const tail = new LogTail();
  tail.push(entries(1, 2_049));
  expect(tail.after(0, 1)).toBeUndefined();
  expect(positions(tail, 2_048, 10)).toEqual([2_049]);
  tail.push(entries(2_050, 2, 'x'.repeat(9 * 1024 * 1024)));
  expect(tail.after(2_049, 1)).toBeUndefined();
});

it('parses an event once for all live subscriptions', async () => {
  const store = openEventStore({ memory: true });
  const seen = new Set<unknown>();
  let deliveries = 0;
  const subscriptions = [1, 2, 3].map(() =>
    store.subscribe(0, {}, async (batch) => {
      for (const event of batch) seen.add(event);
      deliveries += batch.length;
    }),
  );
  await store.append('a.b-1', [sampleEvent()], 'none');
  await expect.poll(() => deliveries).toBe(3);
  expect(seen.size).toBe(1);
  await Promise.all(subscriptions.map((subscription) => subscription.stop()));
  await store.close();
});

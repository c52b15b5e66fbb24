import { expect, it } from 'vitest';
import { LiveTail } from './live-tail.ts';
import type { WireEvent } from './wire-event.ts';

/** As much of an event as the tail looks at. */
function at(position: number, stream = 'a.b-1', bytes = 100): WireEvent {
  return { position, stream, bytes, event: { position, stream } } as unknown as WireEvent;
}

const positions = (tail: LiveTail, after: number, limit = 100, categories?: string[]) =>
  tail
    .after(after, limit, categories === undefined ? {} : { categories })
    ?.events.map((each) => each.position);

it('has nothing to say before it has begun, nor of what lies before its beginning', () => {
  const tail = new LiveTail();
  expect(tail.after(0, 10, {})).toBeUndefined();
  tail.begin(100);
  expect(tail.after(99, 10, {})).toBeUndefined();
  expect(tail.after(100, 10, {})).toEqual({ events: [], upTo: 100 });
});

it('gives what follows a position, also one that is nobody’s place or lies ahead', () => {
  const tail = new LiveTail();
  tail.begin(100);
  tail.push([at(150), at(180), at(260)]);
  expect(positions(tail, 100)).toEqual([150, 180, 260]);
  expect(positions(tail, 160)).toEqual([180, 260]);
  expect(positions(tail, 260)).toEqual([]);
  expect(tail.after(300, 10, {})).toEqual({ events: [], upTo: 300 });
  expect(tail.after(100, 2, {})?.upTo).toBe(180);
});

it('says how far it has come also to those for whom nothing came', () => {
  const tail = new LiveTail();
  tail.begin(0);
  tail.push([at(10, 'a.b-1'), at(20, 'a.bc-1'), at(30, 'x.y-1')]);
  expect(tail.after(0, 10, { categories: ['a.b'] })).toMatchObject({ events: [{ position: 10 }], upTo: 30 });
  expect(tail.after(0, 10, { categories: [] })).toEqual({ events: [], upTo: 30 });
});

it('passes over what it has already, as after a subscription was opened again', () => {
  const tail = new LiveTail();
  tail.begin(0);
  tail.push([at(10), at(20)]);
  tail.push([at(20), at(30)]);
  expect(positions(tail, 0)).toEqual([10, 20, 30]);
});

it.each([
  ['events', 5_000, 100],
  ['bytes', 100, 1024 * 1024],
])(
  'lets go of the oldest when there are too many %s, and says so to whoever needs them',
  (_, count, bytes) => {
    const tail = new LiveTail();
    tail.begin(0);
    for (let place = 1; place <= count; place += 1) tail.push([at(place * 10, 'a.b-1', bytes)]);
    expect(tail.reachesBackTo(0)).toBe(false);
    expect(tail.after(0, 10, {})).toBeUndefined();
    const kept = positions(tail, count * 10 - 20);
    expect(kept).toEqual([count * 10 - 10, count * 10]);
  },
);

it('wakes those who wait when something comes, and when they are told to stop', async () => {
  const tail = new LiveTail();
  const stopping = new AbortController();
  const [first, second] = [tail.change(stopping.signal), tail.change(stopping.signal)];
  tail.begin(0);
  await Promise.all([first, second]);
  const third = tail.change(stopping.signal);
  stopping.abort();
  await third;
  await tail.change(stopping.signal);
});

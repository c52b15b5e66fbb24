import { join } from 'node:path';
import type { EventStore, Recorded } from '@jiandu/eventing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshDirectory } from '../test/places.ts';
import { sampleEvent } from '../test/sample-event.ts';
import { openEventStore } from './event-store.ts';
import { followEventStore } from './following-store.ts';

let place: Awaited<ReturnType<typeof freshDirectory>>;
let file: string;
let writer: EventStore;
beforeEach(async () => {
  place = await freshDirectory();
  file = join(place.directory, 'events.db');
  writer = openEventStore({ file });
  await writer.append('a.b-1', [sampleEvent(), sampleEvent()], 'none');
});
afterEach(async () => {
  await writer.close();
  await place.remove();
});

it('reads beside the writer and sees what it appends', async () => {
  const follower = followEventStore({ file, pollEvery: 0 });
  expect(await follower.head()).toBe(2);
  await writer.append('a.b-2', [sampleEvent()], 'none');
  expect(await follower.head()).toBe(3);
  expect(await follower.readAll(0, 10)).toEqual(await writer.readAll(0, 10));
  expect(await follower.readStream('a.b-2')).toEqual(await writer.readStream('a.b-2'));
  await follower.close();
});

it.each([
  ['by looking from time to time', 5],
  ['when told to look', 0],
])('delivers what is appended elsewhere %s', async (_, pollEvery) => {
  const follower = followEventStore({ file, pollEvery });
  const seen: Recorded[] = [];
  const subscription = follower.subscribe(0, {}, async (batch) => {
    seen.push(...batch);
  });
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  await writer.append('a.b-2', [sampleEvent()], 'none');
  if (pollEvery === 0) follower.appendedElsewhere();
  await vi.waitFor(() => expect(seen).toHaveLength(3), { timeout: 10_000 });
  await subscription.stop();
  await follower.close();
});

it('appends nothing', async () => {
  const follower = followEventStore({ file });
  await expect(follower.append('a.b-2', [sampleEvent()], 'none')).rejects.toThrow('open to read only');
  await follower.close();
});

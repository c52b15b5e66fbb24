import { openEventStore, openReadModels } from '@jiandu/adapters-embedded';
import type { EventFeed, EventStore, NewEvent, Recorded } from '@jiandu/eventing';
import { OPEN_TOPIC, topicOf } from '@jiandu/eventing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedCodec } from '../process/feed-codec.ts';
import { type ReplayParts, replay } from './replay.ts';

const TOPIC = 'jiandu.replay.university-2026.v1';
const MATTERS = 5;
const EACH = 9;

/** A feed that keeps what it is given, as it would travel; `failAfter` publications it breaks. */
class KeepingFeed implements Pick<EventFeed, 'publish'> {
  readonly topics = new Map<string, Recorded[]>();
  failAfter = Number.POSITIVE_INFINITY;
  failed = 0;

  async publish(topic: string, events: readonly Recorded[]): Promise<void> {
    if (this.failAfter === 0) {
      this.failed += 1;
      throw Object.assign(new Error('the broker is away'), { retryable: true });
    }
    this.failAfter -= 1;
    const kept = this.topics.get(topic) ?? [];
    kept.push(...events.map((event) => feedCodec.decode(feedCodec.encode(event))));
    this.topics.set(topic, kept);
  }

  get ids(): readonly string[] {
    return (this.topics.get(TOPIC) ?? []).map(({ id }) => id);
  }
}

function fact(matter: string, place: number, secrecy = 'internal'): NewEvent {
  return {
    id: `${matter}/${place}`,
    type: 'HandlerSuspended',
    version: 1,
    data: { person: 'P-630103-li', recusal: `RC-${place + 1}` },
    metadata: {
      actor: { person: 'P-630103-bai', name: '白某', role: 'chief', unit: '630103' },
      occurredOn: '2025-03-03',
      recordedAt: '2025-03-03T01:30:00.000Z',
      key: matter,
      unit: '630103',
      secrecy,
      commandId: `${matter}/${place}`,
      commandHash: 'h',
      command: 'intake.suspendHandler',
      correlationId: 'k-1',
      catalogueVersion: '2026.1',
    },
  };
}

let store: EventStore;
let readModels: ReturnType<typeof openReadModels>;
let feed: KeepingFeed;
const open: string[] = [];

beforeEach(async () => {
  store = openEventStore({ memory: true });
  readModels = openReadModels({ memory: true });
  feed = new KeepingFeed();
  open.length = 0;
  for (let place = 0; place < EACH; place += 1)
    for (let matter = 1; matter <= MATTERS; matter += 1) {
      const secrecy = matter === MATTERS ? 'restricted' : 'internal';
      const event = fact(`CFS-630103-2025-0000${matter}`, place, secrecy);
      await store.append(`intake.matter-${event.metadata.key}`, [event], 'any');
      if (secrecy === 'internal') open.push(event.id);
    }
});
afterEach(async () => {
  await Promise.all([store.close(), readModels.close()]);
});

const run = (more: Partial<ReplayParts> = {}) =>
  replay({ topic: TOPIC, store, feed, readModels, pageSize: 7, ...more });

describe('a replay publishes the record to a topic of its own', () => {
  test('everything analysts may get, once, in the order of the record', async () => {
    const head = await store.head();
    const seen: number[] = [];
    const { published, finished, at } = await run({ onProgress: (progress) => seen.push(progress.at) });
    expect([published, finished, at]).toEqual([MATTERS * EACH - EACH, true, head]);
    expect(feed.ids).toEqual(open);
    expect([...feed.topics.keys()]).toEqual([TOPIC]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(head);
  });

  test('called again it has nothing to do, and takes what came since', async () => {
    await run();
    expect(await run()).toMatchObject({ published: 0, finished: true });
    await store.append('intake.matter-X', [fact('CFS-630103-2025-00001', 99)], 'any');
    expect(await run()).toMatchObject({ published: 1, finished: true });
    expect(feed.ids).toEqual([...open, 'CFS-630103-2025-00001/99']);
  });

  test('stopped half way it goes on where it was', async () => {
    const stop = new AbortController();
    const first = await run({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(first.finished).toBe(false);
    expect(feed.ids.length).toBeLessThan(open.length);
    expect(feed.ids.length).toBeGreaterThan(0);
    expect(await run()).toMatchObject({ finished: true });
    expect(feed.ids).toEqual(open);
  });

  test('a broker that goes away loses nothing: the same call goes on', async () => {
    feed.failAfter = 3;
    await expect(run()).rejects.toThrow('the broker is away');
    expect(feed.failed).toBe(1);
    feed.failAfter = Number.POSITIVE_INFINITY;
    expect(await run()).toMatchObject({ finished: true });
    expect(feed.ids).toEqual(open);
  });

  test('a crash between the acknowledgement and the checkpoint repeats a page, and leaves none out', async () => {
    let crashes = 1;
    const crashing: ReplayParts['readModels'] = {
      open: (spec) => readModels.open(spec),
      checkpoint: (name) => readModels.checkpoint(name),
      commit: async (...commit) => {
        if (crashes > 0 && feed.ids.length > 10) {
          crashes -= 1;
          throw new Error('killed');
        }
        await readModels.commit(...commit);
      },
    };
    await expect(run({ readModels: crashing })).rejects.toThrow('killed');
    expect(crashes).toBe(0);
    await run({ readModels: crashing });
    expect([...new Set(feed.ids)]).toEqual(open);
    expect(feed.ids.length).toBeGreaterThan(open.length);
  });

  test.each([OPEN_TOPIC, topicOf('intake'), 'orders', 'jiandu.replay.X.v1', ''])(
    'not to %j',
    async (topic) => {
      await expect(run({ topic })).rejects.toThrow('a replay goes to a topic of its own');
      expect(feed.topics.size).toBe(0);
    },
  );
});

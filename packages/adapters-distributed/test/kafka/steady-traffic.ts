import { type EventFeed, isRetryable, type Recorded, topicOf } from '@jiandu/eventing';
import { freshService, pause, sampleEvent } from '@jiandu/eventing/contract';
import { memoryRecord } from './opened-feed.ts';

const KEYS = 12;

/** Events published one small batch after the other, each tried until it is acknowledged, as a relay does. */
export interface Traffic {
  readonly topic: string;
  /** In the order of their acknowledgement. */
  readonly acknowledged: readonly Recorded[];
  /** Attempts that were rejected. */
  readonly rejected: readonly unknown[];
  /** Ends after the batch that is on its way. */
  stop(): Promise<void>;
}

export function steadyTraffic(feed: EventFeed, everyMs = 5): Traffic {
  const service = freshService();
  const topic = topicOf(service);
  const record = memoryRecord();
  const acknowledged: Recorded[] = [];
  const rejected: unknown[] = [];
  let stopping = false;
  const publishing = (async () => {
    for (let number = 0; !stopping; number += 1) {
      const batch = Array.from({ length: KEYS }, (_, key) =>
        record(`${service}.matter-${number}-${key}`, [sampleEvent({ number }, `K-${key}`)]),
      ).flat();
      for (;;) {
        try {
          await feed.publish(topic, batch);
          break;
        } catch (error) {
          rejected.push(error);
          if (!isRetryable(error)) throw error;
          await pause(50);
        }
      }
      acknowledged.push(...batch);
      await pause(everyMs);
    }
  })();
  publishing.catch(() => undefined);
  return {
    topic,
    acknowledged,
    rejected,
    stop: async () => {
      stopping = true;
      await publishing;
    },
  };
}

/** Ids that were acknowledged and never seen. */
export function missing(acknowledged: readonly Recorded[], seen: readonly Recorded[]): readonly string[] {
  const ids = new Set(seen.map(({ id }) => id));
  return acknowledged.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
}

/** Keys whose events, each where it was first seen, came in another order than they were published in. */
export function disordered(acknowledged: readonly Recorded[], seen: readonly Recorded[]): readonly string[] {
  const place = new Map(acknowledged.map(({ id }, index) => [id, index]));
  const first = new Map(seen.toReversed().map((event) => [event.id, event]));
  const newest = new Map<string, number>();
  const wrong = new Set<string>();
  for (const event of seen) {
    if (first.get(event.id) !== event) continue;
    const at = place.get(event.id);
    if (at === undefined) continue;
    const { key } = event.metadata;
    if (at < (newest.get(key) ?? -1)) wrong.add(key);
    newest.set(key, at);
  }
  return [...wrong];
}

import type { Position } from '../ports/event.ts';
import { categoryOf } from '../ports/event.ts';
import type { Consumer, Consumption, EventFeed } from '../ports/event-feed.ts';
import { topicOfCategory } from '../ports/event-feed.ts';
import type { EventStore } from '../ports/event-store.ts';
import { Progress } from './progress.ts';

/**
 * The feed over the record itself: what is recorded is published, a checkpoint is a position as text, and all topics come in
 * the order of the record. A consumer is also told, with an empty batch, how far the record has come without events for it.
 */
export function openRecordFeed(store: EventStore): EventFeed {
  const running = new Set<Consumption>();
  return {
    publish: async () => undefined,
    consume: async (consumer) => {
      const consumption = follow(store, consumer, () => running.delete(consumption));
      running.add(consumption);
      return consumption;
    },
    close: async () => {
      await Promise.all([...running].map((consumption) => consumption.stop()));
    },
  };
}

/** A checkpoint of this feed as a position. Throws a `RangeError` for one of another feed. */
function positionOf(checkpoint: string | undefined): Position {
  const position = Number(checkpoint ?? 0);
  if (!Number.isSafeInteger(position) || position < 0)
    throw new RangeError(`Not a checkpoint: ${checkpoint}`);
  return position;
}

function follow(
  store: EventStore,
  { group, topics, checkpoint, deliver }: Consumer,
  ended: () => void,
): Consumption {
  const wanted = new Set(topics);
  const progress = new Progress(group);
  progress.advance(positionOf(checkpoint));
  const subscription = store.subscribe(progress.at, {}, async (batch, upTo) => {
    await deliver(
      batch.filter(({ stream }) => wanted.has(topicOfCategory(categoryOf(stream)))),
      String(upTo),
    );
    progress.advance(upTo);
  });
  return {
    lag: async () => (await store.head()) - subscription.position,
    reach: (position, withinMs) => progress.reach(position, withinMs),
    stop: async () => {
      await subscription.stop();
      ended();
    },
  };
}

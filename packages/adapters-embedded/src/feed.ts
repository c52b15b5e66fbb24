import {
  type Consumer,
  type Consumption,
  categoryOf,
  type EventFeed,
  type EventStore,
  type Subscription,
  topicOfCategory,
} from '@jiandu/eventing';

/**
 * The feed over the log itself: what is in the log is published, a checkpoint is a position as text. A consumer is
 * also told, with an empty batch, how far the log has come without events for it.
 */
export function openFeed(store: EventStore): EventFeed {
  const running = new Set<Subscription>();
  return {
    publish: async () => undefined,
    consume: async (consumer) => {
      const subscription = follow(store, consumer);
      running.add(subscription);
      return consumption(store, subscription, () => running.delete(subscription));
    },
    close: async () => {
      await Promise.all([...running].map((subscription) => subscription.stop()));
    },
  };
}

function follow(store: EventStore, { topics, checkpoint, deliver }: Consumer): Subscription {
  const position = Number(checkpoint ?? 0);
  if (!Number.isSafeInteger(position) || position < 0)
    throw new RangeError(`Not a checkpoint: ${checkpoint}`);
  const wanted = new Set(topics);
  return store.subscribe(position, {}, (batch, upTo) =>
    deliver(
      batch.filter(({ stream }) => wanted.has(topicOfCategory(categoryOf(stream)))),
      String(upTo),
    ),
  );
}

function consumption(store: EventStore, subscription: Subscription, ended: () => void): Consumption {
  return {
    lag: async () => (await store.head()) - subscription.position,
    stop: async () => {
      await subscription.stop();
      ended();
    },
  };
}

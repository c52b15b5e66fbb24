import { categoryOf, type Recorded } from '../ports/event.ts';
import type { Checkpoint, Consumer, Consumption, EventFeed } from '../ports/event-feed.ts';
import { topicOfCategory } from '../ports/event-feed.ts';

interface Sharer {
  readonly consumer: Consumer;
  position: number;
  /** Reads for himself since he failed once. */
  alone?: Promise<Consumption>;
}

/**
 * A feed that many consumers read together: those who are there when it starts get every batch of one common consumption, one
 * after the other, so that an event is read and parsed once for all of them. Who comes later, or fails in a batch, reads for
 * himself from then on: he holds up nobody. Only over a feed whose checkpoints are positions of the record.
 */
export class SharedFeed implements EventFeed {
  readonly #feed: EventFeed;
  readonly #group: string;
  readonly #afterBatch: () => void;
  readonly #sharers = new Set<Sharer>();
  #common: Consumption | undefined;

  /** `afterBatch` is told when everybody has handled a batch. */
  constructor(feed: EventFeed, group: string, afterBatch: () => void = () => undefined) {
    this.#feed = feed;
    this.#group = group;
    this.#afterBatch = afterBatch;
  }

  async consume(consumer: Consumer): Promise<Consumption> {
    if (this.#common !== undefined) return this.#alone(consumer);
    const sharer: Sharer = { consumer, position: Number(consumer.checkpoint ?? 0) };
    this.#sharers.add(sharer);
    return {
      lag: async () => (await ((await sharer.alone) ?? this.#common)?.lag()) ?? 0,
      reach: async (position, withinMs) =>
        (await ((await sharer.alone) ?? this.#common)?.reach(position, withinMs)) ?? false,
      stop: async () => {
        this.#sharers.delete(sharer);
        await (await sharer.alone)?.stop();
        if (this.#sharers.size === 0) await this.#common?.stop();
      },
    };
  }

  /** Starts where the hindmost stands. */
  async start(): Promise<void> {
    const sharers = [...this.#sharers];
    if (sharers.length === 0) return;
    this.#common = await this.#feed.consume({
      group: this.#group,
      topics: [...new Set(sharers.flatMap(({ consumer }) => consumer.topics))],
      checkpoint: String(Math.min(...sharers.map(({ position }) => position))),
      deliver: (batch, checkpoint) => this.#deliver(batch, checkpoint),
    });
  }

  publish(topic: string, events: readonly Recorded[]): Promise<void> {
    return this.#feed.publish(topic, events);
  }

  close(): Promise<void> {
    return this.#feed.close();
  }

  /** Whoever has handled the batch already, because it is delivered again, is passed over. */
  async #deliver(batch: readonly Recorded[], checkpoint: Checkpoint): Promise<void> {
    const upTo = Number(checkpoint);
    for (const sharer of this.#sharers) {
      if (sharer.position >= upTo) continue;
      const { topics, deliver } = sharer.consumer;
      const fresh = batch.filter(
        ({ position, stream }) =>
          position > sharer.position && topics.includes(topicOfCategory(categoryOf(stream))),
      );
      try {
        await deliver(fresh, checkpoint);
        sharer.position = upTo;
      } catch {
        this.#sharers.delete(sharer);
        sharer.alone = this.#alone({ ...sharer.consumer, checkpoint: String(sharer.position) });
      }
    }
    this.#afterBatch();
  }

  #alone(consumer: Consumer): Promise<Consumption> {
    return this.#feed.consume({
      ...consumer,
      deliver: async (batch, checkpoint) => {
        await consumer.deliver(batch, checkpoint);
        this.#afterBatch();
      },
    });
  }
}

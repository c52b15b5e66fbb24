import { randomUUID } from 'node:crypto';
import { openKafkaFeed } from '@jiandu/adapters-distributed/kafka';
import { feedCodec } from '@jiandu/distributed/feed-codec';
import { openLog } from '@jiandu/host';
import type { Slice } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { bareKafka } from './bare-kafka.ts';

export interface ConsumeParameters {
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly events: number;
  /** The feed as services use it, with parsing and checkpoints, or kafkajs alone. */
  readonly by: 'feed' | 'kafkajs';
}

/**
 * A new group reads a topic from its beginning to its end; `p50` and `p99` are the milliseconds of the first and of the last
 * tenth of the events, by which one sees whether reading gets slower.
 */
onStage<ConsumeParameters>(async ({ brokers, topic, events, by }) => {
  const feed = openKafkaFeed({
    brokers,
    clientId: 'bench',
    replication: 1,
    codec: feedCodec,
    log: openLog('silent'),
  });
  const slice = async (): Promise<Slice> => {
    const counted = new Counted(events);
    const group = `bench-${randomUUID()}`;
    const stop = by === 'feed' ? await readByFeed(group, counted) : await readBare(group, counted);
    await counted.all;
    await stop();
    return counted.slice();
  };
  const readByFeed = async (group: string, counted: Counted) => {
    const consumption = await feed.consume({
      group,
      topics: [topic],
      deliver: async (batch) => counted.add(batch.length),
    });
    return () => consumption.stop();
  };
  const readBare = async (group: string, counted: Counted) => {
    const consumer = bareKafka(brokers).consumer({ groupId: group });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      partitionsConsumedConcurrently: 6,
      eachBatch: async ({ batch }) => counted.add(batch.messages.length),
    });
    return () => consumer.disconnect();
  };
  return { performer: { once: async () => undefined, slice, close: () => feed.close() } };
});

/** Counts from the first event on: how long a group takes to come together is not what is measured here. */
class Counted {
  readonly all: Promise<void>;
  readonly #events: number;
  readonly #tenth: number;
  #count = 0;
  #started = 0;
  #firstTenth = 0;
  #lastTenth = 0;
  #ended = 0;
  #resolve: () => void = () => undefined;

  constructor(events: number) {
    this.#events = events;
    this.#tenth = Math.floor(events / 10);
    this.all = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  add(count: number): void {
    const now = performance.now();
    if (this.#count === 0) this.#started = now;
    this.#count += count;
    if (this.#firstTenth === 0 && this.#count >= this.#tenth) this.#firstTenth = now;
    if (this.#lastTenth === 0 && this.#count >= this.#events - this.#tenth) this.#lastTenth = now;
    if (this.#count < this.#events) return;
    this.#ended = now;
    this.#resolve();
  }

  slice(): Slice {
    return {
      done: this.#count,
      failed: 0,
      stuck: 0,
      milliseconds: this.#ended - this.#started,
      rss: process.memoryUsage().rss,
      p50: this.#firstTenth - this.#started,
      p99: this.#ended - this.#lastTenth,
    };
  }
}

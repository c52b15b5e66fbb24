import type { Consumer, Consumption, EventFeed, Recorded } from '@jiandu/eventing';
import { feedCodec } from '../../src/process/feed-codec.ts';

const BATCH = 50;
const AGAIN_MS = 20;

class BrokerAway extends Error {
  readonly retryable = true;
}

/** A broker in memory: what is published has been through the codec, and comes after a while of its own for each consumer. */
export class MemoryBroker implements EventFeed {
  up = true;
  readonly #topics = new Map<string, Recorded[]>();
  readonly #delay: () => number;
  readonly #running = new Set<Consuming>();

  constructor(delay: () => number = () => 0) {
    this.#delay = delay;
  }

  async ping(): Promise<void> {
    if (!this.up) throw new BrokerAway();
  }

  async publish(topic: string, events: readonly Recorded[]): Promise<void> {
    await this.ping();
    await pause(this.#delay());
    this.topic(topic).push(...events.map((event) => feedCodec.decode(feedCodec.encode(event))));
  }

  async consume(consumer: Consumer): Promise<Consumption> {
    const consuming = new Consuming(this, consumer, this.#delay);
    this.#running.add(consuming);
    return consuming;
  }

  topic(name: string): Recorded[] {
    const topic = this.#topics.get(name) ?? [];
    this.#topics.set(name, topic);
    return topic;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((each) => each.stop()));
  }
}

class Consuming implements Consumption {
  readonly #broker: MemoryBroker;
  readonly #consumer: Consumer;
  readonly #handled: Map<string, number>;
  readonly #ended: Promise<void>;
  #stopped = false;

  constructor(broker: MemoryBroker, consumer: Consumer, delay: () => number) {
    this.#broker = broker;
    this.#consumer = consumer;
    const offsets = JSON.parse(consumer.checkpoint ?? '{}') as Record<string, number>;
    this.#handled = new Map(consumer.topics.map((topic) => [topic, offsets[topic] ?? 0]));
    this.#ended = this.#run(delay);
  }

  async lag(): Promise<number> {
    return [...this.#handled].reduce((sum, [topic, at]) => sum + this.#broker.topic(topic).length - at, 0);
  }

  async reach(_position: number, withinMs: number): Promise<boolean> {
    const ends = [...this.#handled.keys()].map((topic) => [topic, this.#broker.topic(topic).length] as const);
    const deadline = performance.now() + withinMs;
    while (ends.some(([topic, end]) => (this.#handled.get(topic) ?? 0) < end)) {
      if (performance.now() > deadline) return false;
      await pause(2);
    }
    return true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#ended;
  }

  async #run(delay: () => number): Promise<void> {
    while (!this.#stopped) {
      const waiting = [...this.#handled].flatMap(([topic, at]) => {
        const events = this.#broker.topic(topic).slice(at, at + BATCH);
        return events.length === 0 ? [] : [{ topic, events, upTo: at + events.length }];
      });
      if (waiting.length === 0 || !this.#broker.up) {
        await pause(2);
        continue;
      }
      await pause(delay());
      const reached = new Map(waiting.map(({ topic, upTo }) => [topic, upTo]));
      const checkpoint = JSON.stringify(Object.fromEntries([...this.#handled, ...reached]));
      try {
        await this.#consumer.deliver(
          waiting.flatMap(({ events }) => events),
          checkpoint,
        );
        for (const [topic, upTo] of reached) this.#handled.set(topic, upTo);
      } catch {
        await pause(AGAIN_MS);
      }
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, milliseconds));
}

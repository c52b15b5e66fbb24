import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import { asFeedError, brokerCodeOf, EventTooLarge } from './errors.ts';
import type { Outgoing } from './messages.ts';
import { backOff, type Ending, within } from './patience.ts';
import type { Topic, TopicMaker } from './topic-maker.ts';

export interface LaneParts {
  readonly kafka: Kafka;
  readonly topics: TopicMaker;
  readonly ending: Ending;
}

/** So long one call tries before it gives up; whoever publishes comes again. */
const PATIENCE_MS = 10_000;
const CONNECT_MS = 6_000;
const SEND_MS = 25_000;
const ACKNOWLEDGE_MS = 5_000;
const DISCONNECT_MS = 3_000;

/** The way to one topic: one batch after the other, each acknowledged by all copies in sync before the next is sent. */
export class Lane {
  readonly #topic: string;
  readonly #parts: LaneParts;
  readonly #place = Partitioners.DefaultPartitioner();
  #turn: Promise<void> = Promise.resolve();
  #producer: Promise<Producer> | undefined;

  constructor(topic: string, parts: LaneParts) {
    this.#topic = topic;
    this.#parts = parts;
  }

  /** Resolves when all are acknowledged, in their order. Rejects with `FeedUnavailable` or `EventTooLarge`. */
  publish(messages: readonly Outgoing[]): Promise<void> {
    const mine = this.#turn.then(() => this.#publish(messages));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.#discardProducer();
  }

  async #publish(messages: readonly Outgoing[]): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    const topic = await this.#attempt(deadline, () => this.#parts.topics.topic(this.#topic));
    for (const batch of inBatches(messages, this.#topic, topic.maxMessageBytes)) {
      await this.#attempt(deadline, () => this.#send(batch, topic));
    }
  }

  async #attempt<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    const { ending } = this.#parts;
    for (let times = 0; ; times += 1) {
      try {
        return await work();
      } catch (error) {
        const known = asFeedError(error);
        if (known instanceof EventTooLarge || ending.wanted || performance.now() > deadline) throw known;
        await ending.pause(backOff(times));
      }
    }
  }

  async #send(batch: readonly Outgoing[], topic: Topic): Promise<void> {
    const partitionMetadata = Array.from({ length: topic.partitions }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    const messages = batch.map(({ key, value, headers }) => {
      const message = { key, value, headers: { ...headers } };
      const partition = this.#place({ topic: this.#topic, partitionMetadata, message });
      return { ...message, partition };
    });
    try {
      this.#producer ??= this.#freshProducer();
      const producer = await this.#producer;
      const sending = producer.send({ topic: this.#topic, acks: -1, timeout: ACKNOWLEDGE_MS, messages });
      const acknowledged = await within(SEND_MS, 'publishing', sending);
      const missing = new Set(messages.map(({ partition }) => partition));
      for (const { partition, errorCode } of acknowledged) if (errorCode === 0) missing.delete(partition);
      // The library takes a leader that has answered for one partition as having answered for one that moved to it since.
      if (missing.size > 0) throw new Error(`no acknowledgement for partitions ${[...missing].join(', ')}`);
    } catch (error) {
      // After a failure nobody knows what the broker has of this producer's sequence; sent anew under a fresh one, the
      // messages are at worst there twice.
      void this.#discardProducer();
      this.#parts.topics.forget(this.#topic);
      const [first] = batch;
      if (brokerCodeOf(error) === 'MESSAGE_TOO_LARGE' && first !== undefined)
        throw new EventTooLarge(this.#topic, first.eventId, first.bytes, topic.maxMessageBytes);
      throw error;
    }
  }

  async #freshProducer(): Promise<Producer> {
    const producer = this.#parts.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      metadataMaxAge: 30_000,
    });
    await within(CONNECT_MS, 'connecting to publish', producer.connect());
    return producer;
  }

  async #discardProducer(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    if (producer === undefined) return;
    const disconnecting = producer.then((connected) => connected.disconnect());
    await within(DISCONNECT_MS, 'disconnecting', disconnecting).catch(() => undefined);
  }
}

/** A batch of the protocol is limited in bytes; half a mebibyte is enough to work at full speed. */
const GOOD_BATCH_BYTES = 512 * 1_024;
const BYTES_OF_A_BATCH = 128;

/** Cuts messages into batches the topic takes. Throws `EventTooLarge` before anything of them is sent. */
function inBatches(
  messages: readonly Outgoing[],
  topic: string,
  limit: number,
): readonly (readonly Outgoing[])[] {
  const room = limit - BYTES_OF_A_BATCH;
  const batches: Outgoing[][] = [];
  let left = 0;
  for (const message of messages) {
    if (message.bytes > room) throw new EventTooLarge(topic, message.eventId, message.bytes, limit);
    if (message.bytes > left) {
      batches.push([]);
      left = Math.max(message.bytes, Math.min(room, GOOD_BATCH_BYTES));
    }
    batches.at(-1)?.push(message);
    left -= message.bytes;
  }
  return batches;
}

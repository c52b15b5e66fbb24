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
    this.#insistOnRoom(messages, topic);
    let left = messages;
    let room = Math.min(GOOD_BATCH_BYTES, topic.maxMessageBytes - BYTES_OF_A_BATCH);
    while (left.length > 0) {
      const batch = firstBatch(left, room);
      const taken = await this.#attempt(deadline, () => this.#send(batch));
      if (taken) left = left.slice(batch.length);
      else room = sizeOf(batch) / 2;
    }
  }

  /** Throws `EventTooLarge` before anything is sent. Next time the topic is looked at anew: it may take more by then. */
  #insistOnRoom(messages: readonly Outgoing[], { maxMessageBytes }: Topic): void {
    const large = messages.find(({ bytes }) => bytes + BYTES_OF_A_BATCH > maxMessageBytes);
    if (large === undefined) return;
    this.#parts.topics.forget(this.#topic);
    throw new EventTooLarge(this.#topic, large.eventId, large.bytes, maxMessageBytes);
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

  /** Answers whether the topic takes a batch of this size; one message that it does not take is refused for good. */
  async #send(batch: readonly Outgoing[]): Promise<boolean> {
    const { partitions } = await this.#parts.topics.topic(this.#topic);
    const messages = this.#placed(batch, partitions);
    this.#producer ??= this.#freshProducer();
    const sending = this.#producer.then((producer) =>
      producer.send({ topic: this.#topic, acks: -1, timeout: ACKNOWLEDGE_MS, messages }),
    );
    try {
      const acknowledged = await within(SEND_MS, 'publishing', sending);
      const missing = new Set(messages.map(({ partition }) => partition));
      for (const { partition, errorCode } of acknowledged) if (errorCode === 0) missing.delete(partition);
      // The library takes a leader that has answered for one partition as having answered for one that moved to it since.
      if (missing.size > 0) throw new Error(`no acknowledgement for partitions ${[...missing].join(', ')}`);
      return true;
    } catch (error) {
      // After a failure nobody knows what the broker has of this producer's sequence; sent anew under a fresh one, the
      // messages are at worst there twice.
      void this.#discardProducer(sending);
      this.#parts.topics.forget(this.#topic);
      if (brokerCodeOf(error) !== 'MESSAGE_TOO_LARGE') throw error;
      const [only, more] = batch;
      if (only === undefined || more !== undefined) return false;
      throw new EventTooLarge(this.#topic, only.eventId, only.bytes);
    }
  }

  /** Which partition each goes to is decided here, so that it is known which must acknowledge. */
  #placed(batch: readonly Outgoing[], partitions: number) {
    const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    return batch.map(({ key, value, headers }) => {
      const message = { key, value, headers: { ...headers } };
      const partition = this.#place({ topic: this.#topic, partitionMetadata, message });
      return { ...message, partition };
    });
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

  /** A call that is still trying connects again by itself, so that it is disconnected once more when it has ended. */
  async #discardProducer(sending?: Promise<unknown>): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    if (producer === undefined) return;
    await disconnect(producer);
    sending?.catch(() => undefined).then(() => disconnect(producer));
  }
}

async function disconnect(producer: Promise<Producer>): Promise<void> {
  const disconnecting = producer.then((connected) => connected.disconnect());
  await within(DISCONNECT_MS, 'disconnecting', disconnecting).catch(() => undefined);
}

/** Half a mebibyte is enough to work at full speed. */
const GOOD_BATCH_BYTES = 512 * 1_024;
const BYTES_OF_A_BATCH = 128;

/** As many as there is room for, one at least. */
function firstBatch(messages: readonly Outgoing[], room: number): readonly Outgoing[] {
  let bytes = 0;
  const tooMany = messages.findIndex((message, index) => {
    bytes += message.bytes;
    return bytes > room && index > 0;
  });
  return tooMany < 0 ? messages : messages.slice(0, tooMany);
}

function sizeOf(messages: readonly Outgoing[]): number {
  return messages.reduce((sum, { bytes }) => sum + bytes, 0);
}

import { randomUUID } from 'node:crypto';
import type { NewEvent, Recorded, StreamId } from '@jiandu/eventing';
import type { OpenedFeed } from '@jiandu/eventing/contract';
import { Kafka, logLevel } from 'kafkajs';
import {
  type FeedCodec,
  type KafkaFeedSettings,
  type KafkaLog,
  openKafkaFeed,
} from '../../src/kafka/index.ts';

/** Carries an event whole, as no feed of the house does. */
export const wholeEvents: FeedCodec = {
  encode: (event) => ({ value: JSON.stringify(event), headers: { 'content-type': 'application/json' } }),
  decode: ({ value }) => {
    const event: unknown = JSON.parse(value);
    if (typeof event !== 'object' || event === null || !('id' in event)) throw new Error('no event');
    return event as Recorded;
  },
};

/** A line of the log, for asserting that something was told. */
export interface Told {
  readonly level: keyof KafkaLog;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that keeps what it is told. */
export function listeningLog(): KafkaLog & { readonly told: readonly Told[] } {
  const told: Told[] = [];
  const at = (level: keyof KafkaLog) => (fields: object, message: string) => {
    told.push({ level, message, fields: { ...fields } });
  };
  return { told, error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** Settings that a test need not say. */
export function feedOn(brokers: readonly string[], settings: Partial<KafkaFeedSettings> = {}) {
  return openKafkaFeed({
    brokers,
    clientId: 'contract',
    replication: Math.min(3, brokers.length),
    codec: wholeEvents,
    log: listeningLog(),
    ...settings,
  });
}

/** A record of its own, in memory: gives events the places that a store would give them. */
export function memoryRecord(): (stream: StreamId, events: readonly NewEvent[]) => readonly Recorded[] {
  let position = 0;
  return (stream, events) =>
    events.map((event, revision) => {
      position += 1;
      return { ...event, stream, revision, position };
    });
}

/** The feed as the contract wants it. */
export async function openedFeed(brokers: readonly string[]): Promise<OpenedFeed> {
  const adapter = feedOn(brokers);
  const record = memoryRecord();
  return {
    adapter,
    record: async (stream, events) => record(stream, events),
    garble: (topic, key) => sendBare(brokers, topic, { key, value: `{"no": "event", "${randomUUID()}` }),
    close: () => adapter.close(),
  };
}

/** The library as it is, for doing what the feed would not do. */
export function bareKafka(brokers: readonly string[]): Kafka {
  return new Kafka({ brokers: [...brokers], clientId: 'bare', logLevel: logLevel.NOTHING });
}

/** Sends a message past the feed. */
export async function sendBare(
  brokers: readonly string[],
  topic: string,
  message: { key: string; value: string | null; headers?: Record<string, string> },
): Promise<void> {
  const producer = bareKafka(brokers).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic, messages: [message] });
  await producer.disconnect();
}

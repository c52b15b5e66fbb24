import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, Partitioners } from 'kafkajs';

/** The same as the topics of services have. */
const PARTITIONS = 6;
const MESSAGES_AT_ONCE = 500;

export function bareKafka(brokers: readonly string[]): Kafka {
  return new Kafka({ clientId: 'bench-bare', brokers: [...brokers], logLevel: logLevel.NOTHING });
}

/** An empty topic, made like that of a service. */
export async function freshTopic(brokers: readonly string[]): Promise<string> {
  const topic = `jiandu.bench-${randomUUID().slice(0, 8)}.v1`;
  const admin = bareKafka(brokers).admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic, numPartitions: PARTITIONS, replicationFactor: 1 }],
    waitForLeaders: true,
  });
  await admin.disconnect();
  return topic;
}

/** kafkajs alone: messages as they are, acknowledged by all copies, from an idempotent producer. */
export async function produce(
  brokers: readonly string[],
  topic: string,
  count: number,
  message: (number: number) => { readonly key: string; readonly value: string },
): Promise<void> {
  const producer = bareKafka(brokers).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  for (let from = 0; from < count; from += MESSAGES_AT_ONCE) {
    const size = Math.min(MESSAGES_AT_ONCE, count - from);
    const messages = Array.from({ length: size }, (_, place) => message(from + place));
    await producer.send({ topic, acks: -1, messages });
  }
  await producer.disconnect();
}

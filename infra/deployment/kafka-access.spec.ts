import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AskingBroker, startAskingBroker } from './asking-broker.ts';
import { feedUsers } from './kafka-access.ts';
import { missing, programOf } from './tools.ts';

const here = programOf('kafka-tools') !== undefined;

describe('who may do what with the feed', () => {
  test('each service writes to its own topic and nobody else does; the open one is reporting’s', () => {
    const writers = new Map<string, string[]>();
    for (const { name, grants } of feedUsers) {
      for (const { topics, operations } of grants) {
        if (operations.includes('Write'))
          for (const topic of topics) writers.set(topic, [...(writers.get(topic) ?? []), name]);
      }
    }
    expect(writers.size).toBe(7);
    for (const [topic, [writer, ...others]] of writers) {
      expect(others, topic).toEqual([]);
      expect(writer).toBe(
        topic === 'jiandu.open.v1' ? 'jiandu-reporting' : topic.replace(/^jiandu\.(.+)\.v1$/, 'jiandu-$1'),
      );
    }
  });
});

describe('on a real broker that asks', () => {
  let directory: string;
  let broker: AskingBroker;
  beforeAll(async () => {
    if (!here) return;
    directory = mkdtempSync(join(tmpdir(), 'jiandu-asking-'));
    broker = await startAskingBroker(directory);
  }, 300_000);
  afterAll(async () => {
    await broker?.stop();
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  });
  beforeEach((context) => {
    if (!here) context.skip(missing('kafka-tools'));
  });

  function as(user: string, password = broker.password(user)): Kafka {
    return new Kafka({
      brokers: [broker.address],
      ssl: { ca: [broker.authority] },
      sasl: { mechanism: 'scram-sha-512', username: user, password },
      logLevel: logLevel.NOTHING,
      retry: { retries: 2, initialRetryTime: 100 },
    });
  }

  async function publish(user: string, topic: string): Promise<void> {
    const producer = as(user).producer({ idempotent: true, maxInFlightRequests: 1, retry: { retries: 3 } });
    await producer.connect();
    try {
      await producer.send({ topic, acks: -1, messages: [{ key: 'm', value: `of ${user}` }] });
    } finally {
      await producer.disconnect();
    }
  }

  /** What stands first in a topic; rejects when the user may not read there. */
  async function first(user: string, topic: string, groupId: string): Promise<string> {
    const consumer = as(user).consumer({
      groupId,
      retry: { retries: 8 },
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      return await new Promise<string>((resolve, reject) => {
        // A coordinator that is just loading is tried again by the library.
        consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
        consumer.run({ eachMessage: async ({ message }) => resolve(String(message.value)) }).catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
  }

  const denied = { type: 'TOPIC_AUTHORIZATION_FAILED' };
  /** Why it was refused; sometimes the library wraps what the broker said, depending on when it learns of it. */
  const reason = async (attempt: Promise<unknown>) => {
    const error = await attempt.then(
      () => ({ type: 'not refused' }),
      (thrown) => thrown.cause ?? thrown,
    );
    return error.type;
  };

  test('a service publishes to its own topic, with the idempotent producer', async () => {
    await publish('jiandu-intake', 'jiandu.intake.v1');
    await publish('jiandu-reporting', 'jiandu.open.v1');
  });

  test('a service cannot publish to another’s topic, nor to the analysts’', async () => {
    expect(await reason(publish('jiandu-intake', 'jiandu.registry.v1'))).toBe(denied.type);
    expect(await reason(publish('jiandu-intake', 'jiandu.open.v1'))).toBe(denied.type);
  });

  test('a service reads the topics of the others in its own groups', async () => {
    expect(await first('jiandu-disposition', 'jiandu.intake.v1', 'disposition.policies')).toBe(
      'of jiandu-intake',
    );
  });

  test('a service cannot take part in another’s group', async () => {
    await expect(first('jiandu-disposition', 'jiandu.intake.v1', 'intake.policies')).rejects.toMatchObject({
      // So the library calls a coordinator that it is not told of.
      name: 'KafkaJSGroupCoordinatorNotFound',
    });
  });

  test('analysts read the open topic', async () => {
    expect(await first('jiandu-analyst', 'jiandu.open.v1', 'analyst-one')).toBe('of jiandu-reporting');
  });

  test('analysts read nothing else and write nowhere', async () => {
    await expect(first('jiandu-analyst', 'jiandu.intake.v1', 'analyst-one')).rejects.toMatchObject(denied);
    // Who may write to no topic does not even become a producer.
    await expect(publish('jiandu-analyst', 'jiandu.open.v1')).rejects.toMatchObject({
      type: 'CLUSTER_AUTHORIZATION_FAILED',
    });
  });

  test('a service sees that the broker is there', async () => {
    const admin = as('jiandu-registry').admin();
    await admin.connect();
    expect((await admin.describeCluster()).brokers).toHaveLength(1);
    await admin.disconnect();
  });

  test('nobody makes or deletes topics', async () => {
    const admin = as('jiandu-intake').admin();
    await admin.connect();
    try {
      await expect(
        admin.createTopics({ topics: [{ topic: 'jiandu.other.v1', numPartitions: 1 }] }),
      ).rejects.toMatchObject({
        errors: [denied],
      });
      await expect(admin.deleteTopics({ topics: ['jiandu.intake.v1'] })).rejects.toMatchObject(denied);
      expect((await admin.listTopics()).filter((topic) => topic.startsWith('jiandu.'))).not.toContain(
        'jiandu.other.v1',
      );
    } finally {
      await admin.disconnect();
    }
  });

  test('a wrong password is refused', async () => {
    await expect(as('jiandu-intake', 'guessed').admin().connect()).rejects.toMatchObject({
      name: 'KafkaJSSASLAuthenticationError',
    });
  });
});

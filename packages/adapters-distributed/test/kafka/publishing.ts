import { type Recorded, topicOf, UNREADABLE } from '@jiandu/eventing';
import { freshService, idsOf, sampleEvent, sampleEvents } from '@jiandu/eventing/contract';
import { expect, it } from 'vitest';
import { describeTopics, EventTooLarge, topicTable } from '../../src/kafka/index.ts';
import { eventually } from './eventually.ts';
import type { KafkaRoom } from './kafka-room.ts';
import { bareKafka, feedOn, listeningLog, memoryRecord, sendBare } from './opened-feed.ts';

const A_TOPIC = 2;
const MIB = 1_024 * 1_024;

export function publishing(room: KafkaRoom): void {
  it('given an event larger than the topic takes, the whole batch is refused by name, once for all, until the topic takes more', async (context) => {
    const { brokers } = room.kafka(context);
    const feed = feedOn(brokers);
    const service = freshService();
    const topic = topicOf(service);
    const record = memoryRecord();
    const [small] = record(`${service}.matter-1`, [sampleEvent({}, 'K-1')]);
    const [large] = record(`${service}.matter-2`, [sampleEvent({ text: 'x'.repeat(5 * MIB) }, 'K-1')]);
    if (small === undefined || large === undefined) throw new Error('nothing recorded');
    const refused = await feed.publish(topic, [small, large]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EventTooLarge);
    expect(refused).toMatchObject({ code: 'feed.event-too-large', retryable: false });
    expect(String(refused)).toContain(large.id);
    const admin = bareKafka(brokers).admin();
    await admin.connect();
    await eventually(async () => {
      const ends = await admin.fetchTopicOffsets(topic);
      expect(ends.every(({ high }) => high === '0')).toBe(true);
    });

    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: A_TOPIC,
          name: topic,
          configEntries: [{ name: 'max.message.bytes', value: String(8 * MIB) }],
        },
      ],
    });
    await admin.disconnect();
    const seen: Recorded[] = [];
    await feed.consume({
      group: freshService(),
      topics: [topic],
      deliver: async (batch) => {
        seen.push(...batch);
      },
    });
    await eventually(async () => {
      const published = await feed.publish(topic, [small, large]).then(
        () => true,
        () => false,
      );
      expect(published).toBe(true);
    });
    await eventually(() => expect([...new Set(idsOf(seen))]).toEqual([small.id, large.id]));
    await feed.close();
  });

  it('given a topic that takes less than its table says, what the broker refuses is refused in the same words', async (context) => {
    const { brokers } = room.kafka(context);
    const feed = feedOn(brokers);
    const service = freshService();
    const topic = topicOf(service);
    const record = memoryRecord();
    await feed.publish(topic, record(`${service}.matter-1`, sampleEvents(1)));
    const admin = bareKafka(brokers).admin();
    await admin.connect();
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        { type: A_TOPIC, name: topic, configEntries: [{ name: 'max.message.bytes', value: '10000' }] },
      ],
    });
    await admin.disconnect();
    // The feed still believes the old limit: the refusal is the broker's.
    const many = record(`${service}.matter-2`, sampleEvents(100, 'K-1'));
    await feed.publish(topic, many);
    const [large] = record(`${service}.matter-3`, [sampleEvent({ text: 'x'.repeat(20_000) }, 'K-1')]);
    if (large === undefined) throw new Error('nothing recorded');
    await expect(feed.publish(topic, [large])).rejects.toThrow(EventTooLarge);
    const seen: Recorded[] = [];
    await feed.consume({
      group: freshService(),
      topics: [topic],
      deliver: async (batch) => {
        seen.push(...batch);
      },
    });
    await eventually(() => expect([...new Set(idsOf(seen))].slice(1)).toEqual(idsOf(many)));
    await feed.close();
  });

  it('given a message nobody can read, its stand-in tells which event it was, and it is reported', async (context) => {
    const { brokers } = room.kafka(context);
    const log = listeningLog();
    const feed = feedOn(brokers, { log });
    const service = freshService();
    const topic = topicOf(service);
    const [event] = memoryRecord()(`${service}.matter-1`, sampleEvents(1, 'K-1'));
    if (event === undefined) throw new Error('nothing recorded');
    await feed.publish(topic, [event]);
    await sendBare(brokers, topic, {
      key: 'K-1',
      value: null,
      headers: { jiandu_record: `71 e-7 ${service}.matter-7` },
    });
    await sendBare(brokers, topic, { key: 'K-1', value: 'hello' });
    const seen: Recorded[] = [];
    await feed.consume({
      group: freshService(),
      topics: [topic],
      deliver: async (batch) => {
        seen.push(...batch);
      },
    });
    await eventually(() => expect(seen.length).toBe(3));
    expect(seen[0]).toEqual(event);
    expect(seen[1]).toMatchObject({
      id: 'e-7',
      type: UNREADABLE,
      stream: `${service}.matter-7`,
      position: 71,
      data: { topic, reason: 'the message is empty' },
    });
    expect(seen[2]?.stream).toMatch(new RegExp(`^${service}\\.unreadable-`));
    expect(log.told.filter(({ message }) => message === 'kafka: message unreadable')).toMatchObject([
      { level: 'error', fields: { topic, key: 'K-1', reason: 'the message is empty' } },
      { level: 'error', fields: { topic, key: 'K-1' } },
    ]);
    await feed.close();
  });

  it('topics are made as the table says, by however many at once', async (context) => {
    const { brokers } = room.kafka(context);
    const feeds = [feedOn(brokers), feedOn(brokers), feedOn(brokers)];
    const [topic] = Object.keys(topicTable);
    if (topic === undefined) throw new Error('no table');
    const record = memoryRecord();
    await Promise.all(feeds.map((feed, each) => feed.publish(topic, record(`s.m-${each}`, sampleEvents(1)))));
    await Promise.all(feeds.map((feed) => feed.close()));
    const admin = bareKafka(brokers).admin();
    await admin.connect();
    const names = ['cleanup.policy', 'retention.ms', 'min.insync.replicas', 'max.message.bytes'];
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: A_TOPIC, name: topic, configNames: names }],
    });
    const partitions = (await admin.fetchTopicOffsets(topic)).length;
    await admin.disconnect();
    const made = Object.fromEntries(
      resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? [],
    );
    const [described] = describeTopics(1);
    expect(partitions).toBe(described?.partitions);
    expect(made).toEqual({
      'cleanup.policy': described?.cleanup,
      'retention.ms': String(described?.retentionMs),
      'min.insync.replicas': String(described?.minInSync),
      'max.message.bytes': String(described?.maxMessageBytes),
    });
  });
}

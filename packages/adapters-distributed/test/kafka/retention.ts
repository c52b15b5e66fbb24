import { type Checkpoint, type Recorded, topicOf } from '@jiandu/eventing';
import { freshService, gate, idsOf, sampleEvents } from '@jiandu/eventing/contract';
import type { Admin } from 'kafkajs';
import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import type { KafkaRoom } from './kafka-room.ts';
import { bareKafka, feedOn, listeningLog, memoryRecord } from './opened-feed.ts';

/** Drops everything a topic holds, as retention does in time; answers how many messages that were. */
async function dropAll(brokers: readonly string[], topic: string): Promise<number> {
  return withAdmin(brokers, async (admin) => {
    const ends = (await admin.fetchTopicOffsets(topic)).filter(({ high }) => high !== '0');
    const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
    await admin.deleteTopicRecords({ topic, partitions });
    const after = (await admin.fetchTopicOffsets(topic)).filter(({ high }) => high !== '0');
    expect(after.map(({ low }) => low)).toEqual(ends.map(({ high }) => high));
    return ends.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  });
}

async function withAdmin<T>(brokers: readonly string[], work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = bareKafka(brokers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

const LOST = /dropped by retention/;
const OTHER = /it is another one/;

export function retention(room: KafkaRoom): void {
  it('given events dropped before a stopped consumer handled them, it goes on at the first there is, and the loss is told', async (context) => {
    const { brokers } = room.kafka(context);
    const log = listeningLog();
    const feed = feedOn(brokers, { log });
    const service = freshService();
    const topic = topicOf(service);
    const publish = async (count: number) => {
      const events = memoryRecord()(`${service}.matter-${freshService()}`, sampleEvents(count, 'K-1'));
      await feed.publish(topic, events);
      return events;
    };
    await publish(3);
    let kept: Checkpoint | undefined;
    const seen: Recorded[] = [];
    const consume = () =>
      feed.consume({
        group: service,
        topics: [topic],
        ...(kept === undefined ? {} : { checkpoint: kept }),
        deliver: async (batch, checkpoint) => {
          seen.push(...batch);
          kept = checkpoint;
        },
      });
    const before = await consume();
    await eventually(() => expect(seen.length).toBe(3));
    await before.stop();
    const lost = await publish(5);
    expect(await dropAll(brokers, topic)).toBe(8);
    expect(log.told.filter(({ message }) => LOST.test(message))).toEqual([]);

    const after = await consume();
    await eventually(async () => expect(await after.lag()).toBe(0));
    expect(await after.reach(1, 10_000)).toBe(true);
    const later = await publish(2);
    await eventually(() => expect(idsOf(seen).slice(3)).toEqual(idsOf(later)));
    expect(idsOf(seen)).not.toContain(lost[0]?.id);
    const told = log.told.filter(({ message }) => LOST.test(message));
    expect(told).toMatchObject([
      { level: 'error', fields: { group: service, topic, checkpoint: 3, first: 8 } },
    ]);
    await feed.close();
  });

  it('given events dropped under a running consumer that is behind, it goes on at the first there is, and the loss is told', async (context) => {
    const { brokers } = room.kafka(context);
    const log = listeningLog();
    const feed = feedOn(brokers, { log });
    const service = freshService();
    const topic = topicOf(service);
    const record = memoryRecord();
    const publish = async (count: number) => {
      const events = record(`${service}.matter-${freshService()}`, sampleEvents(count, 'K-1'));
      await feed.publish(topic, events);
      return events;
    };
    const begun = gate();
    const goOn = gate();
    const seen: Recorded[] = [];
    await feed.consume({
      group: service,
      topics: [topic],
      deliver: async (batch) => {
        begun.open();
        await goOn.opened;
        seen.push(...batch);
      },
    });
    const first = await publish(2);
    await begun.opened;
    await publish(4);
    expect(await dropAll(brokers, topic)).toBe(6);
    goOn.open();
    const later = await publish(2);
    await eventually(() => expect(idsOf(seen)).toEqual(idsOf([...first, ...later])));
    const told = log.told.filter(({ message }) => LOST.test(message));
    expect(told).toMatchObject([{ level: 'error', fields: { checkpoint: 2, first: 6 } }]);
    await feed.close();
  });

  it('given a topic that was deleted and made anew, a consumer whose checkpoint lies past its end begins it from the beginning', async (context) => {
    const { brokers } = room.kafka(context);
    const log = listeningLog();
    const feed = feedOn(brokers, { log });
    const service = freshService();
    const topic = topicOf(service);
    const record = memoryRecord();
    await feed.publish(topic, record(`${service}.matter-1`, sampleEvents(5, 'K-1')));
    let kept: Checkpoint | undefined;
    const seen: Recorded[] = [];
    const consume = () =>
      feed.consume({
        group: service,
        topics: [topic],
        ...(kept === undefined ? {} : { checkpoint: kept }),
        deliver: async (batch, checkpoint) => {
          seen.push(...batch);
          kept = checkpoint;
        },
      });
    const before = await consume();
    await eventually(() => expect(seen.length).toBe(5));
    await before.stop();
    await withAdmin(brokers, (admin) => admin.deleteTopics({ topics: [topic] }));
    const again = record(`${service}.matter-2`, sampleEvents(2, 'K-1'));
    await eventually(async () => {
      const published = await feed.publish(topic, again).then(
        () => true,
        () => false,
      );
      expect(published).toBe(true);
    });
    await consume();
    await eventually(() => expect([...new Set(idsOf(seen.slice(5)))]).toEqual(idsOf(again)));
    expect(log.told.filter(({ message }) => OTHER.test(message))).toMatchObject([
      { level: 'error', fields: { checkpoint: 5, first: 0 } },
    ]);
    await feed.close();
  });
}

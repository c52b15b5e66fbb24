import type { Recorded } from '@jiandu/eventing';
import { freshService } from '@jiandu/eventing/contract';
import { afterAll, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { openKafkaRoom } from './kafka-room.ts';
import { bareKafka, feedOn } from './opened-feed.ts';
import { disordered, missing, steadyTraffic } from './steady-traffic.ts';

const room = await openKafkaRoom(3);
afterAll(() => room.close(), 120_000);

it('given one broker of three lost under load, publishing and consuming go on without it, nothing is lost, and it may come back', {
  timeout: 180_000,
}, async (context) => {
  const { brokers, servers } = room.kafka(context);
  const feed = feedOn(brokers);
  const traffic = steadyTraffic(feed);
  const seen: Recorded[] = [];
  await feed.consume({
    group: freshService(),
    topics: [traffic.topic],
    deliver: async (batch) => {
      seen.push(...batch);
    },
  });
  await eventually(() => expect(seen.length).toBeGreaterThan(100));
  const leaders = await leadersOf(brokers, traffic.topic);
  expect(leaders).toContain(2);

  await servers[1]?.kill();
  const before = traffic.acknowledged.length;
  await eventually(() => expect(traffic.acknowledged.length).toBeGreaterThan(before + 500));
  await eventually(() => expect(missing(traffic.acknowledged.slice(0, before + 500), seen)).toEqual([]));
  const led = await leadersOf(brokers, traffic.topic);
  expect(led).not.toContain(2);
  await expect(feed.ping()).resolves.toBeDefined();

  await servers[1]?.restart();
  const meanwhile = traffic.acknowledged.length;
  await eventually(() => expect(traffic.acknowledged.length).toBeGreaterThan(meanwhile + 100));
  await traffic.stop();
  await eventually(() => expect(missing(traffic.acknowledged, seen)).toEqual([]));
  expect(disordered(traffic.acknowledged, seen)).toEqual([]);
  await feed.close();
});

async function leadersOf(brokers: readonly string[], topic: string): Promise<readonly number[]> {
  const admin = bareKafka(brokers).admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  await admin.disconnect();
  return topics[0]?.partitions.map(({ leader }) => leader) ?? [];
}

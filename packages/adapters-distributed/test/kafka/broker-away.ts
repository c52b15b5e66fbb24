import { isRetryable, type Recorded, topicOf } from '@jiandu/eventing';
import { freshService, idsOf, pause, sampleEvents } from '@jiandu/eventing/contract';
import { freePort } from '@jiandu/local-servers';
import { expect, it } from 'vitest';
import { FeedUnavailable } from '../../src/kafka/index.ts';
import { eventually } from './eventually.ts';
import type { KafkaRoom } from './kafka-room.ts';
import { feedOn, listeningLog, memoryRecord } from './opened-feed.ts';
import { disordered, missing, steadyTraffic } from './steady-traffic.ts';

const AWAY_MS = 10_000;
const TIMEOUT = { timeout: 120_000 };

export function brokerAway(room: KafkaRoom): void {
  it('given no broker at all, the feed opens, consuming begins, publishing says it may be tried again, and all ends when told to', async () => {
    const feed = feedOn([`127.0.0.1:${await freePort()}`]);
    const consumption = await feed.consume({
      group: freshService(),
      topics: [topicOf(freshService())],
      deliver: async () => undefined,
    });
    await expect(feed.ping()).rejects.toThrow(FeedUnavailable);
    await expect(consumption.lag()).rejects.toThrow();
    expect(await consumption.reach(1, 300)).toBe(false);
    expect(await consumption.reach(1, 0)).toBe(false);
    const publishing = feed.publish(topicOf(freshService()), memoryRecord()('s.m-1', sampleEvents(1)));
    const failed = publishing.catch((error: unknown) => error);
    await pause(500);
    await consumption.stop();
    await feed.close();
    expect(await failed).toBeInstanceOf(FeedUnavailable);
    expect(isRetryable(await failed)).toBe(true);
    await expect(feed.publish('t', memoryRecord()('s.m-1', sampleEvents(1)))).rejects.toThrow(
      FeedUnavailable,
    );
  });

  it(
    'given a broker killed under load and away for ten seconds, what was acknowledged is delivered, each key in order, and consumers go on by themselves',
    TIMEOUT,
    async (context) => {
      const { brokers, servers } = room.kafka(context);
      const log = listeningLog();
      const feed = feedOn(brokers, { log });
      const traffic = steadyTraffic(feed);
      const seen: Recorded[] = [];
      const consumption = await feed.consume({
        group: freshService(),
        topics: [traffic.topic],
        deliver: async (batch) => {
          seen.push(...batch);
        },
      });
      await eventually(() => expect(seen.length).toBeGreaterThan(100));

      await servers[0]?.kill();
      await expect(feed.ping()).rejects.toThrow(FeedUnavailable);
      const seenAtKill = seen.length;
      const acknowledgedAtKill = traffic.acknowledged.length;
      const late = await feed.consume({
        group: freshService(),
        topics: [traffic.topic],
        deliver: async () => undefined,
      });
      expect(await late.reach(1, 200)).toBe(false);
      await pause(AWAY_MS);
      expect(traffic.acknowledged.length).toBe(acknowledgedAtKill);
      await servers[0]?.restart();

      await eventually(() => expect(traffic.acknowledged.length).toBeGreaterThan(acknowledgedAtKill + 100));
      await traffic.stop();
      await eventually(() => expect(missing(traffic.acknowledged, seen)).toEqual([]));
      expect(seen.length).toBeGreaterThan(seenAtKill);
      expect(disordered(traffic.acknowledged, seen)).toEqual([]);
      await eventually(async () => expect(await late.reach(1, 1_000)).toBe(true));
      expect(await consumption.lag()).toBe(0);
      await feed.close();
    },
  );

  it(
    'given a broker that takes a batch and hangs before it acknowledges, the batch is published again and no consumer sees disorder',
    TIMEOUT,
    async (context) => {
      const { brokers, servers } = room.kafka(context);
      const feed = feedOn(brokers);
      const traffic = steadyTraffic(feed, 0);
      const seen: Recorded[] = [];
      await feed.consume({
        group: freshService(),
        topics: [traffic.topic],
        deliver: async (batch) => {
          seen.push(...batch);
        },
      });
      await eventually(() => expect(seen.length).toBeGreaterThan(100));
      const pid = servers[0]?.pid ?? 0;
      process.kill(pid, 'SIGSTOP');
      try {
        await eventually(() => expect(traffic.rejected.length).toBeGreaterThan(0), 60_000);
      } finally {
        process.kill(pid, 'SIGCONT');
      }
      const before = traffic.acknowledged.length;
      await eventually(() => expect(traffic.acknowledged.length).toBeGreaterThan(before + 100));
      await traffic.stop();
      expect(traffic.rejected.every(isRetryable)).toBe(true);
      await eventually(() => expect(missing(traffic.acknowledged, seen)).toEqual([]));
      expect(disordered(traffic.acknowledged, seen)).toEqual([]);
      await feed.close();
    },
  );

  it('given a batch whose acknowledgement was lost, publishing it again harms nobody', async (context) => {
    const feed = feedOn(room.kafka(context).brokers);
    const service = freshService();
    const events = memoryRecord()(`${service}.matter-1`, sampleEvents(20, 'K-1'));
    await feed.publish(topicOf(service), events);
    await feed.publish(topicOf(service), events);
    const seen: Recorded[] = [];
    await feed.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        seen.push(...batch);
      },
    });
    await eventually(() => expect(seen.length).toBe(40));
    expect(disordered(events, seen)).toEqual([]);
    expect([...new Set(idsOf(seen))]).toEqual(idsOf(events));
    await feed.close();
  });
}

import { type Checkpoint, type Recorded, topicOf } from '@jiandu/eventing';
import { freshService, idsOf, pause, sampleEvents } from '@jiandu/eventing/contract';
import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import type { KafkaRoom } from './kafka-room.ts';
import { bareKafka, feedOn, listeningLog, memoryRecord } from './opened-feed.ts';
import { disordered, missing, steadyTraffic } from './steady-traffic.ts';

const STORMS = 10;

export function groupMembers(room: KafkaRoom): void {
  it('given a second member that joins and leaves ten times, there is no gap, and each member sees each key in order up to repetitions', {
    timeout: 120_000,
  }, async (context) => {
    const { brokers } = room.kafka(context);
    const feed = feedOn(brokers);
    const traffic = steadyTraffic(feed, 10);
    const group = freshService();
    /** What both members keep together with their effects, as in a database. */
    let kept: Checkpoint | undefined;
    const all: Recorded[] = [];
    const join = async (on: typeof feed) => {
      const seen: Recorded[] = [];
      const consumption = await on.consume({
        group,
        topics: [traffic.topic],
        ...(kept === undefined ? {} : { checkpoint: kept }),
        deliver: async (batch, checkpoint) => {
          seen.push(...batch);
          all.push(...batch);
          await pause(2);
          kept = checkpoint;
        },
      });
      return { seen, stop: () => consumption.stop() };
    };
    const stayer = await join(feed);
    await eventually(() => expect(stayer.seen.length).toBeGreaterThan(50));
    let visits = 0;
    for (let storm = 0; storm < STORMS; storm += 1) {
      const other = feedOn(brokers);
      const visitor = await join(other);
      await eventually(() => expect(visitor.seen.length).toBeGreaterThan(0));
      visits += 1;
      await other.close();
      expect(disordered(traffic.acknowledged, visitor.seen)).toEqual([]);
    }
    await traffic.stop();
    await eventually(() => expect(missing(traffic.acknowledged, all)).toEqual([]));
    expect(visits).toBe(STORMS);
    expect(disordered(traffic.acknowledged, stayer.seen)).toEqual([]);

    // Whatever the two overwrote of each other's checkpoint: going on from what was kept leaves no gap either.
    await feed.close();
    const later = feedOn(brokers);
    const heir = await join(later);
    const more = memoryRecord()('x.matter-1', sampleEvents(12, 'K-0'));
    await later.publish(traffic.topic, more);
    await eventually(() => expect(missing(more, heir.seen)).toEqual([]));
    await later.close();
  });

  it('given a handler slower than the session of its group, the member stays, each batch comes once, and other groups are quick', {
    timeout: 60_000,
  }, async (context) => {
    const { brokers } = room.kafka(context);
    const log = listeningLog();
    const sessionTimeoutMs = 1_500;
    const feed = feedOn(brokers, { log, sessionTimeoutMs });
    const service = freshService();
    const record = memoryRecord();
    const group = freshService();
    const slow: Recorded[] = [];
    const tookMs: number[] = [];
    await feed.consume({
      group,
      topics: [topicOf(service)],
      deliver: async (batch) => {
        const begun = performance.now();
        await pause(2.5 * sessionTimeoutMs);
        slow.push(...batch);
        tookMs.push(performance.now() - begun);
      },
    });
    const quick: Recorded[] = [];
    await feed.consume({
      group: freshService(),
      topics: [topicOf(service)],
      deliver: async (batch) => {
        quick.push(...batch);
      },
    });
    const events: Recorded[] = [];
    for (let number = 0; number < 3; number += 1) {
      const batch = record(`${service}.matter-${number}`, sampleEvents(5, 'K-1'));
      await feed.publish(topicOf(service), batch);
      events.push(...batch);
      await eventually(() => expect(missing(events, quick)).toEqual([]));
      if (number === 0) await eventually(() => expect(slow.length).toBeGreaterThan(0));
    }
    await eventually(() => expect(missing(events, slow)).toEqual([]));
    expect(idsOf(slow)).toEqual(idsOf(events));
    expect(Math.min(...tookMs)).toBeGreaterThan(sessionTimeoutMs);
    const admin = bareKafka(brokers).admin();
    await admin.connect();
    const { groups } = await admin.describeGroups([group]);
    await admin.disconnect();
    expect(groups.map(({ state, members }) => [state, members.length])).toEqual([['Stable', 1]]);
    expect(log.told.filter(({ message }) => /rebalancing|not aware/.test(message))).toEqual([]);
    await feed.close();
  });
}

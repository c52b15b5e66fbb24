import type { EventFeed } from '@jiandu/eventing';
import { kafkaClient } from './client.ts';
import { KafkaConsumption } from './consumption.ts';
import { TopicEnds } from './ends.ts';
import { FeedUnavailable } from './errors.ts';
import { Inquiry } from './inquiry.ts';
import { Lane } from './lane.ts';
import { outgoing } from './messages.ts';
import { Ending } from './patience.ts';
import type { KafkaFeedSettings } from './settings.ts';
import { TopicMaker } from './topic-maker.ts';

export { EventTooLarge, FeedUnavailable } from './errors.ts';
export type { FeedCodec, KafkaFeedSettings, KafkaLog } from './settings.ts';
export { describeTopics, type TopicDescription, type TopicSettings, topicTable } from './topics.ts';

/** The feed in Kafka. */
export interface KafkaFeed extends EventFeed {
  /** Rejects with `FeedUnavailable` unless a broker answers within two seconds. */
  ping(): Promise<unknown>;
}

const SESSION_MS = 6_000;

/** Opens the feed without waiting for a broker: it may come later, and go and come back. */
export function openKafkaFeed(settings: KafkaFeedSettings): KafkaFeed {
  const { codec, log, replication, sessionTimeoutMs = SESSION_MS } = settings;
  const kafka = kafkaClient(settings);
  const inquiry = new Inquiry(kafka);
  const topics = new TopicMaker(inquiry, replication);
  const ends = new TopicEnds(inquiry);
  const ending = new Ending();
  const lanes = new Map<string, Lane>();
  const running = new Set<KafkaConsumption>();

  const laneTo = (topic: string): Lane => {
    const lane = lanes.get(topic) ?? new Lane(topic, { kafka, topics, ending });
    lanes.set(topic, lane);
    return lane;
  };

  return {
    publish: async (topic, events) => {
      if (ending.wanted) throw new FeedUnavailable('the feed is closed');
      if (events.length > 0) await laneTo(topic).publish(events.map((event) => outgoing(event, codec)));
    },
    consume: async (consumer) => {
      if (ending.wanted) throw new FeedUnavailable('the feed is closed');
      const consumption = new KafkaConsumption(consumer, {
        kafka,
        inquiry,
        topics,
        ends,
        codec,
        log,
        sessionTimeoutMs,
      });
      running.add(consumption);
      return {
        lag: () => consumption.lag(),
        reach: (position, withinMs) => consumption.reach(position, withinMs),
        stop: async () => {
          await consumption.stop();
          running.delete(consumption);
        },
      };
    },
    ping: () => inquiry.ask((admin) => admin.describeCluster()),
    close: async () => {
      ending.want();
      await Promise.all([...running].map((consumption) => consumption.stop()));
      await Promise.all([...[...lanes.values()].map((lane) => lane.close()), inquiry.close()]);
    },
  };
}

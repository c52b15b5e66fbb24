import { OPEN_TOPIC, topicOf } from '@jiandu/eventing';

/** How a topic is made. */
export interface TopicSettings {
  /** Never changed later: with other partitions the events of one key would lie in two, in no order. */
  readonly partitions: number;
  /** Milliseconds an event is kept at least; `-1` for ever. */
  readonly retentionMs: number;
  readonly cleanup: 'delete' | 'compact';
  /** Largest batch, and so the largest single message, in bytes. */
  readonly maxMessageBytes: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const MIB = 1_024 * 1_024;

/** The record has everything for ever; a topic need only outlast the longest stop of a consumer that one wants to live with. */
const ofService: TopicSettings = {
  partitions: 6,
  retentionMs: 30 * DAY_MS,
  cleanup: 'delete',
  maxMessageBytes: 4 * MIB,
};

/** Every topic of the house. One that is not named here is made like that of a service. */
export const topicTable: Readonly<Record<string, TopicSettings>> = {
  [topicOf('intake')]: ofService,
  [topicOf('investigation')]: ofService,
  [topicOf('disposition')]: ofService,
  [topicOf('assessment')]: ofService,
  [topicOf('reporting')]: ofService,
  [topicOf('registry')]: ofService,
  // Analysts begin at the beginning whenever they like.
  [OPEN_TOPIC]: { ...ofService, partitions: 12, retentionMs: -1 },
};

export function topicSettings(topic: string): TopicSettings {
  return topicTable[topic] ?? ofService;
}

/** A topic as an operator makes it. */
export interface TopicDescription extends TopicSettings {
  readonly topic: string;
  readonly replication: number;
  /** Copies that must have an event before it is acknowledged; with one less the topic takes nothing. */
  readonly minInSync: number;
}

/** What the house would make, for documents, and for scripts where services may not make topics themselves. */
export function describeTopics(replication: number): readonly TopicDescription[] {
  return Object.keys(topicTable).map((topic) => describeTopic(topic, replication));
}

export function describeTopic(topic: string, replication: number): TopicDescription {
  return { topic, ...topicSettings(topic), replication, minInSync: replication >= 3 ? 2 : 1 };
}

/** The settings by Kafka's names. */
export function configOf({ cleanup, retentionMs, minInSync, maxMessageBytes }: TopicDescription) {
  return {
    'cleanup.policy': cleanup,
    'retention.ms': String(retentionMs),
    'min.insync.replicas': String(minInSync),
    'max.message.bytes': String(maxMessageBytes),
  } as const;
}

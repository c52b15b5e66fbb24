import { randomUUID } from 'node:crypto';
import { mayLeaveTheHouse } from '@jiandu/contracts';
import { categoryOf, OPEN_TOPIC, topicOfCategory } from '@jiandu/eventing';
import { Kafka, logLevel } from 'kafkajs';
import { pause } from '../pause.ts';
import { broken, type Finding, grouped } from '../verifier/finding.ts';
import type { LogRow } from '../verifier/log-file.ts';

export interface FeedFound {
  readonly findings: readonly Finding[];
  /** Messages that lie in the topics, and how many of them repeat an earlier one. */
  readonly messages: number;
  readonly repeated: number;
}

interface Seen {
  readonly topic: string;
  readonly key: string;
  readonly id: string;
}

const LOOK_EVERY_MS = 100;
const MOST_LOOKS = 600;

/**
 * The feed as a stranger reads it, with nothing of the house's own code: each event of the record is in the topic of its service,
 * and in that of analysts when it may leave the house; those of one key come in the order of the record; nothing else is there.
 */
export async function checkFeed(rows: readonly LogRow[], brokers: readonly string[]): Promise<FeedFound> {
  const wanted = new Map<string, LogRow[]>();
  const want = (topic: string, row: LogRow) => wanted.set(topic, [...(wanted.get(topic) ?? []), row]);
  for (const [topic, ofService] of grouped(rows, ({ stream }) => topicOfCategory(categoryOf(stream)))) {
    wanted.set(topic, ofService);
  }
  for (const row of rows) if (mayLeaveTheHouse(row.metadata.secrecy)) want(OPEN_TOPIC, row);
  const seen = await readTopics(brokers, [...wanted.keys()]);
  const findings: Finding[] = [];
  let repeated = 0;
  for (const [topic, expected] of wanted) {
    const there = seen.filter((each) => each.topic === topic);
    const byKey = grouped(there, ({ key }) => key);
    for (const [key, events] of grouped(expected, ({ metadata }) => metadata.key)) {
      const all = (byKey.get(key) ?? []).map(({ id }) => id);
      const first = [...new Set(all)];
      repeated += all.length - first.length;
      const ids = events.map(({ id }) => id);
      const missing = ids.filter((id) => !first.includes(id));
      if (missing.length > 0) findings.push(broken('feed.gap', `${topic} ${key}: ${missing.length} missing`));
      else if (first.join() !== ids.join()) findings.push(broken('feed.order', `${topic} ${key}`));
      byKey.delete(key);
    }
    for (const key of byKey.keys()) findings.push(broken('feed.stranger', `${topic} ${key}`));
  }
  return { findings, messages: seen.length, repeated };
}

async function readTopics(brokers: readonly string[], topics: readonly string[]): Promise<readonly Seen[]> {
  const kafka = new Kafka({ clientId: 'judge', brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const known = new Set(await admin.listTopics());
  const there = topics.filter((topic) => known.has(topic));
  const ends = await Promise.all(there.map((topic) => admin.fetchTopicOffsets(topic)));
  const total = ends.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  await admin.disconnect();
  const seen: Seen[] = [];
  const consumer = kafka.consumer({ groupId: `judge-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: there, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      const { id } = JSON.parse(String(message.value)) as { readonly id: string };
      seen.push({ topic, key: String(message.key), id });
    },
  });
  for (let look = 0; seen.length < total && look < MOST_LOOKS; look += 1) await pause(LOOK_EVERY_MS);
  await consumer.disconnect();
  return seen;
}

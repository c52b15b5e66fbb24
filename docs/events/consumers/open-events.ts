/**
 * Reads every event of jiandu.open.v1 from the beginning and prints type, matter and time.
 *
 *   npm install kafkajs@2.2.4
 *   BROKERS=127.0.0.1:9092 node open-events.ts --until-end
 *
 * Without --until-end it goes on with what comes. Node 24 or later.
 */
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

const TOPIC = 'jiandu.open.v1';
const untilEnd = process.argv.includes('--until-end');

const kafka = new Kafka({
  clientId: 'open-events-example',
  brokers: (process.env['BROKERS'] ?? '127.0.0.1:9092').split(','),
  logLevel: logLevel.ERROR,
});

/** Where each partition ended when this program started; those with nothing in them have nothing to wait for. */
async function ends(): Promise<Map<number, bigint>> {
  const admin = kafka.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(TOPIC);
  await admin.disconnect();
  const filled = offsets.filter(({ low, high }) => BigInt(high) > BigInt(low));
  return new Map(filled.map(({ partition, high }) => [partition, BigInt(high)]));
}

// A consumer that keeps what it made of the events keeps the ids there, with a unique index, and not in memory.
const seen = new Set<string>();

function take(message: string): void {
  const event: unknown = JSON.parse(message);
  if (typeof event !== 'object' || event === null) return;
  const { specversion, id, type, partitionkey, time } = event as Record<string, unknown>;
  if (specversion !== '1.0') {
    process.stderr.write(`passed over: specversion ${String(specversion)}\n`);
    return;
  }
  if (seen.has(String(id))) return;
  seen.add(String(id));
  process.stdout.write(`${String(type)}\t${String(partitionkey)}\t${String(time)}\n`);
}

const missing = await ends();
// A group of its own each time, so that it always starts at the beginning. To go on where you stopped, give it a fixed name.
const consumer = kafka.consumer({ groupId: `open-events-example-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });

let finished = () => {};
const end = new Promise<void>((resolve) => {
  finished = resolve;
});
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ partition, message }) => {
    if (message.value !== null) take(message.value.toString('utf8'));
    const until = missing.get(partition);
    if (until !== undefined && BigInt(message.offset) + 1n >= until) missing.delete(partition);
    if (missing.size === 0) finished();
  },
});
if (missing.size === 0) finished();
if (untilEnd) {
  await end;
  await consumer.disconnect();
}

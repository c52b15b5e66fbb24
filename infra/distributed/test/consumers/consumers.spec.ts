import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openKafkaFeed } from '@jiandu/adapters-distributed/kafka';
import { OPEN_TOPIC, type Recorded } from '@jiandu/eventing';
import { downloads, ServerMissing } from '@jiandu/local-servers';
import { startKafka } from '@jiandu/local-servers/kafka';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedCodec } from '../../src/process/feed-codec.ts';

const run = promisify(execFile);
const CONSUMERS = join(import.meta.dirname, '../../../../docs/events/consumers');
const FETCHED = join(downloads(), 'tools/confluent-kafka-2.16.1/bin/python');
const PYTHON = process.env['PYTHON'] ?? (existsSync(FETCHED) ? FETCHED : 'python3');
const MATTERS = 7;
const EACH = 6;

let directory = '';
let missing = '';
let brokers = '';
let stop = async () => {};

function event(matter: number, place: number): Recorded {
  const key = `CFS-630103-2025-0000${matter}`;
  return {
    id: `event-${matter}-${place}`,
    type: 'HandlerSuspended',
    version: 1,
    stream: `intake.matter-${key}`,
    revision: place,
    position: place * MATTERS + matter,
    data: { person: 'P-630103-li', recusal: `RC-${place}` },
    metadata: {
      actor: { person: 'P-630103-bai', name: '白某', role: 'chief', unit: '630103' },
      occurredOn: '2025-03-03',
      recordedAt: `2025-03-03T01:30:0${place}.000Z`,
      key,
      unit: '630103',
      secrecy: 'internal',
      commandId: 'c-1',
      commandHash: 'h',
      command: 'intake.suspendHandler',
      correlationId: 'k-1',
      catalogueVersion: '2026.1',
    },
  };
}

const events = Array.from({ length: EACH }, (_, place) =>
  Array.from({ length: MATTERS }, (_, matter) => event(matter + 1, place + 1)),
).flat();
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiandu-consumers-'));
  try {
    const kafka = await startKafka({ directory, say: () => {}, download: false });
    brokers = kafka.brokers.join(',');
    stop = () => kafka.stop();
    await fill(kafka.brokers);
  } catch (error) {
    if (!(error instanceof ServerMissing)) throw error;
    missing = error.message;
  }
}, 120_000);
afterAll(async () => {
  await stop();
  await rm(directory, { recursive: true, force: true });
});

/** All events; the first ones again, as after a crash of the relay; and one of another specification. */
async function fill(addresses: readonly string[]): Promise<void> {
  const settings = { brokers: addresses, clientId: 'consumers-spec', replication: 1, log: silent };
  const ours = openKafkaFeed({ ...settings, codec: feedCodec });
  await ours.publish(OPEN_TOPIC, events);
  await ours.publish(OPEN_TOPIC, events.slice(0, 10));
  await ours.close();
  const older = {
    ...feedCodec,
    encode: (each: Recorded) => {
      const { value, headers } = feedCodec.encode(each);
      return { value: value.replace('"specversion":"1.0"', '"specversion":"0.3"'), headers };
    },
  };
  const foreign = openKafkaFeed({ ...settings, codec: older });
  await foreign.publish(OPEN_TOPIC, [{ ...event(1, 1), id: 'foreign' }]);
  await foreign.close();
}

/** What a program prints, and what it complains of. */
async function printed(command: string, args: readonly string[]) {
  const { stdout, stderr } = await run(command, [...args, '--until-end'], {
    cwd: CONSUMERS,
    env: { ...process.env, BROKERS: brokers },
    timeout: 50_000,
  });
  return { lines: stdout.trimEnd().split('\n'), complaints: stderr };
}

/** Lines by matter, in their order; between matters there is none. */
function byMatter(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(Map.groupBy(lines, (line) => line.split('\t')[1] ?? ''));
}

const expected = events.map(
  ({ metadata: { key, recordedAt } }) => `jiandu.intake.matter.HandlerSuspended.v1\t${key}\t${recordedAt}`,
);

/** Why a program cannot be run here; undefined when it can. */
function cannotRun(command: string, args: readonly string[], hint: string): string | undefined {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0 ? undefined : hint;
}

/** The programs, what each needs, and whether it says what it passes over. */
const programs = [
  {
    name: 'TypeScript',
    command: process.execPath,
    args: ['open-events.ts'],
    probe: ['--version'],
    hint: 'there is no Node',
    tells: true,
  },
  {
    name: 'Python',
    command: PYTHON,
    args: ['open_events.py'],
    probe: ['-c', 'import confluent_kafka'],
    hint: 'python3, or the one that PYTHON names, has no confluent-kafka (npm run deployment fetches one that has)',
    tells: true,
  },
  {
    name: 'kcat',
    command: 'sh',
    args: ['open-events.sh'],
    probe: ['-c', 'command -v kcat && command -v jq'],
    hint: 'there is no kcat or no jq',
    tells: false,
  },
];

describe('analysts get every event once, of each matter in order, from the beginning to the end', () => {
  test.for(programs)('$name', async ({ command, args, probe, hint, tells }, context) => {
    const reason = missing === '' ? cannotRun(command, probe, hint) : missing;
    if (reason !== undefined) context.skip(reason);
    const { lines, complaints } = await printed(command, args);
    expect(lines).toHaveLength(events.length);
    expect(byMatter(lines)).toEqual(byMatter(expected));
    if (tells) expect(complaints).toContain('passed over: specversion 0.3\n');
  });
});

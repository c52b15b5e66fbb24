import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openEventStore } from '@jiandu/adapters-embedded';
import type { NewEvent } from '@jiandu/eventing';
import { Dice } from '../dice.ts';
import { WRITERS } from './bare-log-acks.ts';

/**
 * The log alone, in a process that is made to be killed: writers append groups of one to eight events to a few streams as fast
 * as they can, and say on the output which groups were acknowledged.
 */
const { values } = parseArgs({ options: { file: { type: 'string' }, seed: { type: 'string' } } });
// Started without a file it only leaves its sources compiled behind.
if (values.file === undefined) process.exit(0);
const store = openEventStore({ file: values.file });
const dice = new Dice(Number(values.seed));

const STREAMS = 40;
const LARGEST_GROUP = 8;
const LONGEST_TEXT = 3_000;
const REPEATED = 0.1;

const metadata = {
  actor: { person: 'torture', name: 'torture', role: 'system', unit: 'torture' },
  occurredOn: '2025-03-03',
  recordedAt: '2025-03-03T01:30:00.000Z',
  key: 'torture',
  unit: 'torture',
  secrecy: 'internal',
  commandHash: '',
  command: 'torture.append',
  correlationId: 'torture',
  catalogueVersion: 'torture',
};

function group(): NewEvent[] {
  const commandId = randomUUID();
  const of = 1 + dice.below(LARGEST_GROUP);
  return Array.from({ length: of }, (_, place) => ({
    id: randomUUID(),
    type: 'Tortured',
    version: 1,
    data: { of, place, text: '监'.repeat(dice.below(LONGEST_TEXT)) },
    metadata: { ...metadata, commandId },
  }));
}

async function write(): Promise<never> {
  for (;;) {
    const stream = `torture.stream-${dice.below(STREAMS)}`;
    const [newest] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    const events = group();
    const expected = newest?.revision ?? 'none';
    const appended = await store.append(stream, events, expected);
    const commandId = events[0]?.metadata.commandId;
    if (!appended.ok) {
      process.stdout.write(`lost ${commandId}\n`);
      continue;
    }
    const { revision, position } = appended;
    process.stdout.write(`done ${commandId} ${stream} ${revision} ${position} ${events.length}\n`);
    if (!dice.chance(REPEATED)) continue;
    const again = await store.append(stream, events, expected);
    const same = again.ok && again.revision === revision && again.position === position;
    process.stdout.write(`${same ? 'same' : 'other'} ${commandId}\n`);
  }
}

process.stdout.write('open\n');
await Promise.all(Array.from({ length: WRITERS }, write));

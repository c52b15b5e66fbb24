import { writeSync } from 'node:fs';
import { openEventStore } from '../src/index.ts';
import { sampleEvent } from './sample-event.ts';

/** Appends pairs of events from several callers until it is killed; prints the ids of a pair once it is acknowledged. */
const [file, run] = process.argv.slice(2);
if (file === undefined || run === undefined) throw new Error('usage: acknowledging-writer FILE RUN');
const store = openEventStore({ file });

async function caller(number: number): Promise<never> {
  for (let count = 0; ; count++) {
    const pair = [sampleEvent(), sampleEvent()];
    const stream = `torture.matter-${run}-${number}-${Math.floor(count / 3)}`;
    const appended = await store.append(stream, pair, 'any');
    if (appended.ok) writeSync(1, `${pair.map(({ id }) => id).join(' ')}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, number) => caller(number)));

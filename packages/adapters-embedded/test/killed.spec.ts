import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Recorded } from '@jiandu/eventing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followEventStore, openEventStore } from '../src/index.ts';
import { freshDirectory } from './places.ts';

const KILLS = 5;
const WRITER = join(import.meta.dirname, 'acknowledging-writer.ts');

let place: Awaited<ReturnType<typeof freshDirectory>>;
beforeEach(async () => {
  place = await freshDirectory();
});
afterEach(() => place.remove());

it('keeps every acknowledged append exactly once, and no half of another, through kill -9', async () => {
  const file = join(place.directory, 'events.db');
  const acknowledged: string[][] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const pairs = await writeUntilKilled(file, kill);
    expect(pairs.length).toBeGreaterThan(0);
    acknowledged.push(...pairs);
    await check(file, acknowledged);
  }
});

/** Runs a writer, kills it after a random number of acknowledgements, and answers what it acknowledged. */
function writeUntilKilled(file: string, run: number): Promise<string[][]> {
  const enough = 1 + Math.floor(Math.random() * 400);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      WRITER,
      file,
      String(run),
    ]);
    let text = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.split('\n').length > enough) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The writer ended by itself: ${errors}`));
      // The last line may be cut off; what was not printed whole was not acknowledged to anybody.
      else
        resolve(
          text
            .split('\n')
            .slice(0, -1)
            .map((line) => line.split(' ')),
        );
    });
  });
}

async function check(file: string, acknowledged: readonly string[][]): Promise<void> {
  // The lock of the killed writer is gone: opening to write succeeds at once.
  const store = openEventStore({ file });
  const { events } = await store.readAll(0, 1_000_000);
  await store.close();
  const places = new Map<string, number>();
  for (const [index, { id }] of events.entries()) {
    expect(places.has(id)).toBe(false);
    places.set(id, index);
  }
  for (const [first = '', second = ''] of acknowledged) {
    const at = places.get(first);
    expect(at).toBeDefined();
    expect(places.get(second)).toBe((at ?? 0) + 1);
  }
  for (const stream of Map.groupBy(events, (event) => event.stream).values()) wholePairs(stream);
  const follower = followEventStore({ file });
  expect(await follower.head()).toBe(events.at(-1)?.position);
  await follower.close();
}

function wholePairs(stream: readonly Recorded[]): void {
  expect(stream.length % 2).toBe(0);
  expect(stream.map(({ revision }) => revision)).toEqual(stream.map((_, index) => index));
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Doc, Recorded } from '@jiandu/eventing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followEventStore, openEventStore, openReadModels } from '../src/index.ts';
import { freshDirectory } from './places.ts';

const KILLS = 5;
const MOST_KILLS = 50;

let place: Awaited<ReturnType<typeof freshDirectory>>;
beforeEach(async () => {
  place = await freshDirectory();
});
afterEach(() => place.remove());

it('keeps every acknowledged append exactly once, and no half of another, through kill -9', async () => {
  const file = join(place.directory, 'events.db');
  const acknowledged: string[][] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const enough = 1 + Math.floor(Math.random() * 30_000);
    const text = await runUntilKilled('acknowledging-writer.ts', [file, String(kill)], enough);
    // The last line may be cut off; what was not printed whole was not acknowledged to anybody.
    const pairs = text.split('\n').slice(0, -1);
    expect(pairs.length).toBeGreaterThan(0);
    acknowledged.push(...pairs.map((line) => line.split(' ')));
    await checkLog(file, acknowledged);
  }
});

it('keeps documents and checkpoints together, and no commit without those before it, through kill -9', async () => {
  const file = join(place.directory, 'views.db');
  let furthest = 0;
  // Commits are written a moment later: where none has got to the file yet, the writer gets more time.
  for (let kill = 0; kill < KILLS || (furthest === 0 && kill < MOST_KILLS); kill++) {
    const enough = 1 + Math.floor(Math.random() * 2_000 * (kill + 1));
    await runUntilKilled('committing-writer.ts', [file], enough);
    furthest = Math.max(furthest, await checkReadModels(file));
  }
  expect(furthest).toBeGreaterThan(0);
});

/** Runs a writer, kills it after it has printed enough, and answers what it printed. */
function runUntilKilled(writer: string, args: readonly string[], enough: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, writer), ...args]);
    let text = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.length > enough && (writer !== 'acknowledging-writer.ts' || text.includes('\n')))
        child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(text);
      else reject(new Error(`The writer ended by itself: ${errors}`));
    });
  });
}

async function checkLog(file: string, acknowledged: readonly string[][]): Promise<void> {
  // The lock of the killed writer is gone: opening to write succeeds at once.
  const store = openEventStore({ file });
  const { events } = await store.readAll(0, 1_000_000);
  await store.close();
  const places = new Map(events.map(({ id }, index) => [id, index]));
  expect(places.size).toBe(events.length);
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

/** Answers the newest commit that is there. */
async function checkReadModels(file: string): Promise<number> {
  const models = openReadModels({ file });
  const reached: number[] = [];
  for (const name of await models.collections()) {
    const checkpoint = await models.checkpoint(name);
    const docs: Doc[] = [];
    for await (const doc of models.scan(name)) docs.push(doc);
    const number = Number(checkpoint);
    expect(docs).toEqual(checkpoint === undefined ? [] : ['first', 'second'].map((id) => ({ id, number })));
    if (checkpoint !== undefined) reached.push(number);
  }
  await models.close();
  // They take turns: the newest of one is the neighbour of the newest of the other.
  if (reached.length === 2) expect(Math.abs((reached[0] ?? 0) - (reached[1] ?? 0))).toBe(1);
  return Math.max(0, ...reached);
}

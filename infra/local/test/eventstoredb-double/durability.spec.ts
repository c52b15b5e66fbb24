import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, type ClientOnDouble, clientOnDouble, event, events, streamName } from './client-on-double.ts';

let on: ClientOnDouble;

beforeEach(async () => {
  on = await clientOnDouble();
});
afterEach(() => on.close());

const logFile = () => join(on.directory, 'events.log');

/** What one writer was told is written: id and position by revision. */
type Acknowledged = { readonly id: string; readonly position: bigint }[];

const KILLS = 5;
const WRITERS = 16;
const ACKNOWLEDGED_BETWEEN_KILLS = 150;

test('everything acknowledged is there once and in its place after kills with -9 in the middle of writing', async () => {
  const tally = { acknowledged: 0, repeated: 0, failures: new Set<unknown>() };
  const done = new AbortController();
  const streams = Array.from({ length: WRITERS }, () => streamName());
  const writers = streams.map((stream) => write(stream, tally, done.signal));
  for (let kill = 1; kill <= KILLS; kill++) {
    await expect
      .poll(() => tally.acknowledged, { interval: 3, timeout: 10_000 })
      .toBeGreaterThanOrEqual(kill * ACKNOWLEDGED_BETWEEN_KILLS);
    await on.double.kill();
    await on.double.restart();
  }
  done.abort();
  const told = await Promise.all(writers);
  // Unavailable, or the end of a call that ran over the connection.
  expect([...tally.failures].filter((code) => code !== 14 && code !== 1)).toEqual([]);
  expect(tally.repeated).toBeGreaterThanOrEqual(KILLS);
  for (const [n, stream] of streams.entries()) {
    const stored = (await all(on.client.readStream(stream))).map(({ event: read }) => ({
      id: read?.id,
      position: read?.position?.commit,
    }));
    expect(stored).toEqual(told[n]);
  }
  const log = await all(on.client.readAll());
  expect(log.filter(({ event: read }) => read?.type === 'Counted')).toHaveLength(tally.acknowledged);
});

interface Tally {
  acknowledged: number;
  /** Appends that were acknowledged only when they were made again. */
  repeated: number;
  readonly failures: Set<unknown>;
}

/** Appends one event after the other, each as often as it takes, until told to end. */
async function write(stream: string, tally: Tally, done: AbortSignal): Promise<Acknowledged> {
  const told: Acknowledged = [];
  while (!done.aborted) {
    const next = event(told.length);
    const expectedRevision = told.length === 0 ? ('no_stream' as const) : BigInt(told.length - 1);
    const append = () => on.client.appendToStream(stream, next, { expectedRevision });
    let appended = await append().catch(failed(tally));
    if (appended === undefined) tally.repeated += 1;
    while (appended === undefined) {
      await pause(20);
      appended = await append().catch(failed(tally));
    }
    told.push({ id: next.id, position: appended.position?.commit ?? 0n });
    tally.acknowledged += 1;
  }
  return told;
}

function failed(tally: Tally): (error: { code?: unknown }) => undefined {
  return (error) => {
    tally.failures.add(error.code ?? error);
    return undefined;
  };
}

test('a restart serves the same events at the same positions, and deletions stay', async () => {
  const [kept, deleted, closed] = [streamName(), streamName(), streamName()];
  const twice = events(3);
  const first = await on.client.appendToStream(kept, twice, { expectedRevision: 'any' });
  for (const stream of [deleted, closed]) await on.client.appendToStream(stream, event(0));
  await on.client.deleteStream(deleted);
  await on.client.tombstoneStream(closed);
  const before = await all(on.client.readAll());
  await on.double.kill();
  await on.double.restart();
  const after = await all(on.client.readAll());
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ event: read }) => read?.type)).toEqual(['$statsCollected']);
  await expect(all(on.client.readStream(deleted))).rejects.toMatchObject({ type: 'stream-not-found' });
  await expect(all(on.client.readStream(closed))).rejects.toMatchObject({ type: 'stream-deleted' });
  expect(await on.client.appendToStream(kept, twice, { expectedRevision: 'any' })).toEqual(first);
});

test('a torn tail is cut at the start, and told', async () => {
  const stream = streamName();
  await on.client.appendToStream(stream, events(2));
  const whole = statSync(logFile()).size;
  await on.client.appendToStream(stream, event(2), { expectedRevision: 1n });
  await on.double.kill();
  const log = readFileSync(logFile());
  for (const torn of [
    log.subarray(0, whole + 5),
    log.subarray(0, log.length - 3),
    scribbled(log, log.length - 3),
  ]) {
    writeFileSync(logFile(), torn);
    await on.double.restart();
    expect(readFileSync(on.double.logFile, 'utf8')).toContain(`cut ${torn.length - whole} bytes`);
    const client = EventStoreDBClient.connectionString(on.double.url);
    expect(await all(client.readStream(stream))).toHaveLength(2);
    expect(
      (await client.appendToStream(stream, event(2), { expectedRevision: 1n })).nextExpectedRevision,
    ).toBe(2n);
    await client.dispose();
    await on.double.kill();
  }
});

test('a log that is damaged in the middle is not served, for it would lose what was acknowledged', async () => {
  await on.client.appendToStream(streamName(), events(2));
  await on.client.appendToStream(streamName(), events(2));
  await on.double.kill();
  const log = readFileSync(logFile());
  writeFileSync(logFile(), scribbled(log, 40));
  await expect(on.double.restart()).rejects.toThrow(/is damaged at byte 8/);
  writeFileSync(logFile(), log);
  await on.double.restart();
});

test('a file of another kind is not taken for a log', async () => {
  await on.double.stop();
  writeFileSync(logFile(), 'something that matters to somebody');
  await expect(on.double.restart()).rejects.toThrow(/is not a log of this server/);
  expect(readFileSync(logFile(), 'utf8')).toBe('something that matters to somebody');
});

test('its first line says that it is a test double and not for production', async () => {
  const [first] = readFileSync(on.double.logFile, 'utf8').split('\n');
  expect(first).toBe(
    'EventStoreDB test double: NOT EventStoreDB, not for production; imitates version 24.10.0',
  );
});

function scribbled(log: Buffer, at: number): Buffer {
  const copy = Buffer.from(log);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { encodeFrame } from './frame.ts';
import { LogFile, LogWriteFailed } from './log-file.ts';
import type { StoredEvent } from './stored-event.ts';

let directory: string;
const openLogs: LogFile[] = [];
let handles: FileHandle;
const path = () => join(directory, 'deep', 'events.log');

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'log-file-'));
  const handle = await open(directory);
  handles = Object.getPrototypeOf(handle);
  await handle.close();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const log of openLogs.splice(0)) await log.close();
  rmSync(directory, { recursive: true, force: true });
});

async function opened(): Promise<{ log: LogFile; found: StoredEvent[]; said: string[] }> {
  const found: StoredEvent[] = [];
  const said: string[] = [];
  const log = await LogFile.open(
    path(),
    (event) => found.push(event),
    (line) => said.push(line),
  );
  openLogs.push(log);
  return { log, found, said };
}

function frameAt(log: LogFile, texts: readonly string[]) {
  const events = texts.map((text, revision) => ({
    id: randomUUID(),
    stream: 'a',
    revision,
    type: 'Said',
    json: false,
    created: 1,
    data: Buffer.from(text),
    metadata: new Uint8Array(),
  }));
  return encodeFrame(events, log.end);
}

const texts = (events: readonly StoredEvent[]) => events.map(({ data }) => Buffer.from(data).toString());

test('what was appended is found again, at the same positions', async () => {
  const { log } = await opened();
  const frame = frameAt(log, ['one', '', 'three']);
  await log.append([frame]);
  const { found, said } = await opened();
  expect(texts(found)).toEqual(['one', '', 'three']);
  expect(found.map(({ position }) => position)).toEqual(frame.events.map(({ position }) => position));
  expect(said).toEqual([]);
});

test('an append resolves only after the data were synchronised', async () => {
  const { log } = await opened();
  const order: string[] = [];
  const datasync = handles.datasync;
  vi.spyOn(handles, 'datasync').mockImplementation(async function (this: FileHandle) {
    await new Promise((wake) => setTimeout(wake, 20));
    await datasync.call(this);
    order.push('synchronised');
  });
  await log.append([frameAt(log, ['one'])]).then(() => order.push('resolved'));
  expect(order).toEqual(['synchronised', 'resolved']);
});

test('half an append on a full disk is taken back, and the next one stands in its place', async () => {
  const { log } = await opened();
  await log.append([frameAt(log, ['one'])]);
  const before = statSync(path()).size;
  const write = handles.write as (...args: unknown[]) => Promise<unknown>;
  let calls = 0;
  vi.spyOn(handles, 'write').mockImplementation(function (
    this: FileHandle,
    bytes: Buffer,
    offset: number,
    _: number,
    at: number,
  ) {
    calls += 1;
    if (calls > 1) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    return write.call(this, bytes, offset, 10, at);
  } as never);
  await expect(log.append([frameAt(log, ['lost'])])).rejects.toThrow(LogWriteFailed);
  expect(calls).toBe(2);
  expect(statSync(path()).size).toBe(before);
  vi.restoreAllMocks();
  await log.append([frameAt(log, ['two'])]);
  expect(texts((await opened()).found)).toEqual(['one', 'two']);
});

test('after a failed synchronisation nothing more is taken, for nobody knows what is on the disk', async () => {
  const { log } = await opened();
  vi.spyOn(handles, 'datasync').mockRejectedValueOnce(new Error('broken'));
  await expect(log.append([frameAt(log, ['one'])])).rejects.toThrow('the log cannot be synchronised');
  await expect(log.append([frameAt(log, ['two'])])).rejects.toThrow(
    'nobody knows what reached the disk: restart',
  );
});

test('a log larger than what is read at once is read whole', async () => {
  const { log } = await opened();
  const long = 'x'.repeat(900_000);
  for (let n = 0; n < 12; n++) await log.append([frameAt(log, [long, String(n)])]);
  await log.append([frameAt(log, [long.repeat(11)])]);
  const { found } = await opened();
  expect(found).toHaveLength(25);
  expect(texts(found).filter((text) => text.length < 3)).toEqual(
    Array.from({ length: 12 }, (_, n) => String(n)),
  );
});

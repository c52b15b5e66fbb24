import type { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { sampleEvent } from '../test/sample-event.ts';
import { EventLog } from './event-log.ts';
import { GroupCommit, type GroupReport } from './group-commit.ts';
import { LogConnection } from './log-connection.ts';
import { LogTail } from './log-tail.ts';
import { openIndexDatabase, openLogDatabase } from './schema.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { StreamIndex } from './stream-index.ts';

/** A group commit in memory, its groups, and the database below it. */
function committing() {
  const db: DatabaseSync = openLogDatabase({ memory: true });
  const groups: GroupReport[] = [];
  const connection = new LogConnection(
    () => new EventLog(db, new StreamIndex(openIndexDatabase({ memory: true }))),
    true,
  );
  const tail = new LogTail();
  const commit = new GroupCommit(connection, tail, (report) => groups.push(report));
  return { db, groups, connection, tail, commit };
}

it('puts the appends of one turn into one transaction', async () => {
  const { commit, groups } = committing();
  await Promise.all(
    Array.from({ length: 100 }, (_, i) => commit.append(`a.b-${i}`, [sampleEvent()], 'none')),
  );
  await commit.append('a.b-0', [sampleEvent(), sampleEvent()], 0);
  expect(groups).toEqual([
    { appends: 100, events: 100 },
    { appends: 1, events: 2 },
  ]);
});

it('lets the losers of a race in a group harm none of their neighbours', async () => {
  const { commit, groups } = committing();
  const answers = await Promise.all([
    commit.append('a.b-1', [sampleEvent()], 'none'),
    commit.append('a.b-1', [sampleEvent()], 'none'),
    commit.append('a.b-1', [sampleEvent()], 0),
    commit.append('a.b-2', [sampleEvent()], 7),
    commit.append('a.b-2', [sampleEvent()], 'none'),
  ]);
  expect(answers).toEqual([
    { ok: true, revision: 0, position: 1 },
    { ok: false, wrongRevision: 0 },
    { ok: true, revision: 1, position: 2 },
    { ok: false, wrongRevision: 'none' },
    { ok: true, revision: 0, position: 3 },
  ]);
  expect(groups).toEqual([{ appends: 5, events: 3 }]);
});

it('rejects only the append whose event is already in another stream', async () => {
  const { commit } = committing();
  const event = sampleEvent();
  await commit.append('a.b-1', [event], 'any');
  const [stray, good] = await Promise.allSettled([
    commit.append('a.b-2', [event], 'any'),
    commit.append('a.b-3', [sampleEvent()], 'none'),
  ]);
  expect(stray).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('a.b-1') } });
  expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true, position: 2 } });
});

it('rejects only the append that cannot be written as JSON', async () => {
  const { commit } = committing();
  const circular: Record<string, unknown> = {};
  circular['itself'] = circular;
  const [bad, huge, good] = await Promise.allSettled([
    commit.append('a.b-1', [sampleEvent(circular)], 'none'),
    commit.append('a.b-1', [sampleEvent({ text: 'x'.repeat(17 * 1024 * 1024) })], 'none'),
    commit.append('a.b-1', [sampleEvent()], 'none'),
  ]);
  expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) });
  expect(huge).toMatchObject({ status: 'rejected', reason: expect.any(RangeError) });
  expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true, revision: 0 } });
});

it('rejects the whole group when the disk is full, stores none of it, and goes on when there is space', async () => {
  const { db, commit, connection } = committing();
  await commit.append('a.b-1', [sampleEvent()], 'none');
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  db.exec(`PRAGMA max_page_count = ${pages + 2}`);
  const group = [sampleEvent(), sampleEvent({ text: 'x'.repeat(100_000) }), sampleEvent()];
  const write = () =>
    Promise.allSettled(group.map((event, i) => commit.append(`full.disk-${i}`, [event], 'none')));
  for (const answer of await write()) {
    expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    expect(answer).toMatchObject({ reason: { code: 'store.unavailable', retryable: true } });
  }
  expect(commit.head).toBe(1);
  expect(connection.log.readStream('full.disk-0')).toEqual([]);
  db.exec('PRAGMA max_page_count = 1000000');
  expect(await write()).toMatchObject(
    [0, 1, 2].map((i) => ({ value: { ok: true, revision: 0, position: i + 2 } })),
  );
});

it('after a failure of unknown outcome begins anew with what is on disk', async () => {
  const { commit, connection, tail } = committing();
  // Keeps the database in memory alive over the new connection that is asked for.
  vi.spyOn(EventLog.prototype, 'close').mockReturnValue();
  await commit.append('a.b-0', [sampleEvent()], 'none');
  const event = sampleEvent();
  const real = connection.log.transact.bind(connection.log);
  const failing = vi.spyOn(connection.log, 'transact').mockImplementation((work) => {
    real(work);
    throw new Error('disk I/O error');
  });
  await expect(commit.append('a.b-1', [event], 'none')).rejects.toThrow(StoreUnavailable);
  expect(failing).toHaveBeenCalledOnce();
  expect(await commit.append('a.b-1', [event], 'none')).toEqual({ ok: true, revision: 0, position: 2 });
  expect(await commit.append('a.b-1', [sampleEvent()], 0)).toEqual({ ok: true, revision: 1, position: 3 });
  // The tail begins after the doubtful event: who stands before it reads from the disk.
  expect(tail.after(0, 10)).toBeUndefined();
  expect(tail.after(2, 10)?.events.map(({ position }) => position)).toEqual([3]);
  vi.restoreAllMocks();
});

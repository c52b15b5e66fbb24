import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, openFeed, openKeyRing, openReadModels } from '@jiandu/adapters-embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnish, openRoom } from '../src/house/room.ts';
import { BareLogAcks, checkGroups } from '../src/kills/bare-log-acks.ts';
import { numberedMatter } from '../src/race/numbered-matter.ts';
import { CommandBook } from '../src/traffic/command-book.ts';
import { checkCommands, checkContents } from '../src/verifier/command-promises.ts';
import { checkEffects } from '../src/verifier/effect-promises.ts';
import type { Finding } from '../src/verifier/finding.ts';
import { checkKeys } from '../src/verifier/key-promises.ts';
import type { LogRow } from '../src/verifier/log-file.ts';
import { readLogFile } from '../src/verifier/log-file.ts';
import { checkAppends, checkLog } from '../src/verifier/log-promises.ts';
import { checkNumbers } from '../src/verifier/number-promises.ts';
import { checkViews } from '../src/verifier/view-promises.ts';

const place = mkdtempSync(join(tmpdir(), 'jiandu-verifier-'));
const keys = openKeyRing({ directory: join(place, 'keys'), masterKey: new Uint8Array(32) });
const readModels = openReadModels({ memory: true });
let rows: readonly LogRow[] = [];

/** A sound log of two numbered matters. */
beforeAll(async () => {
  const file = join(place, 'log.db');
  const store = openEventStore({ file });
  const parts = { store, feed: openFeed(store), keys, readModels, clock: '2025-03-03T01:30:00.000Z' };
  const room = await openRoom(parts);
  await furnish(room);
  await numberedMatter(room, 'first');
  await numberedMatter(room, 'second');
  await room.close();
  await store.close();
  rows = readLogFile(file);
});
afterAll(async () => {
  await keys.close();
  rmSync(place, { recursive: true });
});

const names = (findings: readonly Finding[]) => [...new Set(findings.map(({ promise }) => promise))];
const all = () => Number.POSITIVE_INFINITY;

function first(type: string): LogRow {
  const found = rows.find((row) => row.type === type);
  if (found === undefined) throw new Error(`there is no ${type}`);
  return found;
}

/** The log with an event said a second time at its end, by the same command or by another one. */
function said(row: LogRow, more: { readonly id?: string; readonly commandId?: string } = {}) {
  const { id = `${row.id}-again`, commandId = row.metadata.commandId } = more;
  const own = rows.filter(({ stream }) => stream === row.stream);
  const newest = own.at(-1) ?? row;
  const metadata = { ...row.metadata, commandId };
  const position = rows.length + 1;
  const place = { position, revision: newest.revision + 1, previous: newest.position };
  return [...rows, { ...row, id, metadata, ...place }];
}

function without(row: LogRow): readonly LogRow[] {
  return rows.filter((each) => each !== row);
}

function changed(row: LogRow, change: Partial<LogRow>): readonly LogRow[] {
  return rows.map((each) => (each === row ? { ...row, ...change } : each));
}

describe('the verifier finds nothing in a sound log', () => {
  it('whatever it looks at', async () => {
    const findings = [
      ...checkLog(rows),
      ...checkAppends(rows),
      ...checkContents(rows),
      ...checkNumbers(rows),
      ...checkEffects(rows, all).findings,
      ...(await checkKeys(rows, keys)),
      ...(await checkViews(rows, readModels)).findings,
    ];
    expect(findings).toEqual([]);
    expect(checkEffects(rows, all).effects).toBeGreaterThan(10);
  });
});

describe('the verifier finds', () => {
  it('an event that is gone', () => {
    expect(names(checkLog(without(first('MatterNumbered'))))).toEqual(['log.positions', 'log.revisions']);
  });

  it('an event that is there twice', () => {
    const { id } = first('LeadAccepted');
    expect(names(checkLog(said(first('LeadAccepted'), { id })))).toEqual(['log.event-twice']);
  });

  it('a revision that is left out', () => {
    const row = first('LeadAccepted');
    expect(names(checkLog(changed(row, { revision: row.revision + 1 })))).toEqual(['log.revisions']);
  });

  it('a command done twice', () => {
    expect(names(checkAppends(said(first('LeadAccepted'))))).toEqual(['command.doubled']);
  });

  it('one thing said once and entered twice under other ids', () => {
    const row = first('LeadRegistered');
    const again = { ...row, id: 'other', stream: `${row.stream}X` };
    expect(names(checkContents([...rows, again]))).toEqual(['content.doubled']);
  });

  it('a number left out, and a lead with two numbers', () => {
    const second = rows.findLast(({ type }) => type === 'MatterNumbered') ?? first('MatterNumbered');
    const skipped = changed(second, { data: { ...second.data, sequence: 3 } });
    expect(names(checkNumbers(skipped))).toEqual(['number.gap']);
    const { lead } = first('MatterNumbered').data;
    const twice = changed(second, { data: { ...second.data, lead } });
    expect(names(checkNumbers(twice))).toEqual(['number.twice']);
  });

  it('an effect that is missing where the policy had handled its cause, and only there', () => {
    const row = first('MatterNumbered');
    const log = without(row);
    expect(names(checkEffects(log, all).findings)).toEqual(['effect.missing']);
    expect(checkEffects(log, () => 0).findings).toEqual([]);
  });

  it('an effect that came twice', () => {
    const log = said(first('HandlerAssigned'), { commandId: 'other' });
    expect(names(checkEffects(log, all).findings)).toContain('effect.twice');
  });

  it('a key that is not in the ring', async () => {
    const row = first('LeadRegistered');
    const data = { ...row.data, reporter: { name: { $sealed: 'unknown', box: '' } } };
    expect(names(await checkKeys(changed(row, { data }), keys))).toEqual(['key.missing']);
  });

  it('a view that says something else than the log', async () => {
    const row = first('LeadRegistered');
    const log = changed(row, { data: { ...row.data, title: '另一个题目' } });
    expect(names((await checkViews(log, readModels)).findings)).toEqual(['view.differs']);
  });

  it('an acknowledged command that is lost, or stands elsewhere', () => {
    const row = first('LeadAccepted');
    const book = new CommandBook();
    const given = { person: 'P', command: 'intake.acceptLead', path: '', id: 'L', input: {}, key: 'k' };
    const entry = book.enter(given);
    const id = row.stream.slice('intake.lead-'.length);
    const { revision, position } = row;
    entry.acknowledged = { id, revision, position, events: ['LeadAccepted'] };
    const metadata = { ...row.metadata, commandId: entry.commandId };
    expect(checkCommands(changed(row, { metadata }), book).findings).toEqual([]);
    expect(names(checkCommands(rows, book).findings)).toEqual(['command.lost']);
    const elsewhere = changed(row, { metadata, revision: revision + 1 });
    expect(names(checkCommands(elsewhere, book).findings)).toEqual(['command.lost']);
  });

  it('a command that was refused for want of space and done all the same', () => {
    const row = first('LeadAccepted');
    const book = new CommandBook();
    const given = { person: 'P', command: 'intake.acceptLead', path: '', input: {}, key: 'k' };
    const entry = book.enter(given);
    entry.newest = 'unavailable';
    const metadata = { ...row.metadata, commandId: entry.commandId };
    expect(names(checkCommands(changed(row, { metadata }), book).findings)).toEqual([
      'command.done-though-refused',
    ]);
  });

  it('a second answer that is not the first', () => {
    const book = new CommandBook();
    const given = { person: 'P', command: 'intake.acceptLead', path: '', input: {}, key: 'k' };
    const entry = book.enter(given);
    const body = { id: 'L', revision: 1, position: 5, events: ['LeadAccepted'] };
    book.answered(entry, { status: 200, replayed: false, comeAgain: false, body });
    book.answered(entry, { status: 200, replayed: true, comeAgain: false, body });
    expect(book).toMatchObject({ confirmed: 1, anomalies: [] });
    book.answered(entry, { status: 200, replayed: true, comeAgain: false, body: { ...body, revision: 2 } });
    expect(names(checkCommands([], book).findings)).toEqual(['answer.unexpected', 'command.lost']);
  });

  it('half a group, and an acknowledged group that is gone', () => {
    const row = first('LeadAccepted');
    const group = [0, 1, 2].map((place) => ({ ...row, data: { of: 3, place } }));
    const acks = new BareLogAcks();
    expect(checkGroups(group, acks)).toEqual({ findings: [], wholeUnanswered: 1 });
    expect(names(checkGroups(group.slice(0, 2), acks).findings)).toEqual(['append.half']);
    acks.hear(`done ${row.metadata.commandId} ${row.stream} ${row.revision} ${row.position} 3\nhalf a li`);
    expect(checkGroups(group, acks).findings).toEqual([]);
    expect(names(checkGroups([], acks).findings)).toEqual(['append.lost']);
  });
});

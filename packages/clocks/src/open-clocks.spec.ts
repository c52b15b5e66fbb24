import { describe, expect, it } from 'vitest';
import { calendarOf, ruleOf } from '../test/arbitraries.ts';
import {
  type ClockNews,
  explain,
  type FoldedClock,
  foldClocks,
  overdueClocks,
  startClock,
} from './open-clocks.ts';

const calendar = calendarOf([]);
const notice = ruleOf({ id: 'DL-16', length: { n: 15, unit: 'day' } });
const served = startClock(notice, 'D-1', { start: '2025-04-21' }, calendar);

function after(...events: readonly [on: string, data: ClockNews][]): readonly FoldedClock[] {
  return events.reduce<readonly FoldedClock[]>(
    (clocks, [occurredOn, data]) => foldClocks(clocks, { type: 'Something', data, occurredOn }),
    [],
  );
}

describe('a clock in the record of a matter', () => {
  it('runs from its start, with the due date that was computed', () => {
    expect(served).toEqual({
      clock: 'DL-16',
      subject: 'D-1',
      start: '2025-04-21',
      due: '2025-05-06',
      provisional: false,
      calendar: 'test-2026.1',
    });
    expect(after(['2025-04-21', { clocks: [served] }])).toEqual([{ ...served, status: 'running' }]);
  });

  it('is met in time', () => {
    const [clock] = after(
      ['2025-04-21', { clocks: [served] }],
      ['2025-05-06', { clocksMet: [{ clock: 'DL-16', subject: 'D-1' }] }],
    );
    expect(clock).toMatchObject({ status: 'met', metOn: '2025-05-06', daysLate: 0 });
  });

  it('is missed, stays open, and is met 13 days late', () => {
    const ref = { clock: 'DL-16', subject: 'D-1' };
    const missed = after(['2025-04-21', { clocks: [served] }], ['2025-05-07', { clocksMissed: [ref] }]);
    expect(missed[0]).toMatchObject({ status: 'missed', missedOn: '2025-05-07' });
    const met = foldClocks(missed, { type: 'X', data: { clocksMet: [ref] }, occurredOn: '2025-05-19' });
    expect(met[0]).toMatchObject({ status: 'met', missedOn: '2025-05-07', daysLate: 13 });
  });

  it('is replaced by what takes over, and never reopened or met after that', () => {
    const ref = { clock: 'DL-16', subject: 'D-1' };
    const [clock, ...others] = after(
      ['2025-04-21', { clocks: [served] }],
      ['2025-04-25', { clocksReplaced: [{ ...ref, by: 'OpinionRevoked' }] }],
      ['2025-04-28', { clocksMet: [ref] }],
    );
    expect(clock).toEqual({ ...served, status: 'replaced', replacedBy: 'OpinionRevoked' });
    expect(others).toEqual([]);
  });

  it('is recomputed in place from the same start, restarted from another', () => {
    const longer = { ...served, due: '2025-05-12' };
    expect(after(['2025-04-21', { clocks: [served] }], ['2025-05-01', { clocks: [longer] }])).toEqual([
      { ...longer, status: 'running' },
    ]);
    const again = startClock(notice, 'D-1', { start: '2025-05-08' }, calendar);
    const clocks = after(['2025-04-21', { clocks: [served] }], ['2025-05-08', { clocks: [again] }]);
    expect(clocks.map(({ start, status }) => [start, status])).toEqual([
      ['2025-04-21', 'replaced'],
      ['2025-05-08', 'running'],
    ]);
  });

  it('ends before the next round of the same clock starts in one event', () => {
    const again = startClock(notice, 'D-1', { start: '2025-05-05' }, calendar);
    const clocks = after(
      ['2025-04-21', { clocks: [served] }],
      ['2025-05-05', { clocksMet: [{ clock: 'DL-16', subject: 'D-1' }], clocks: [again] }],
    );
    expect(clocks.map(({ status }) => status)).toEqual(['met', 'running']);
  });

  it('other subjects and other variants run beside it', () => {
    const other = { ...served, subject: 'D-2' };
    const variant = { ...served, variant: 'urgent' };
    const clocks = after(
      ['2025-04-21', { clocks: [served, other, variant] }],
      ['2025-05-05', { clocksMet: [{ clock: 'DL-16', subject: 'D-2' }] }],
    );
    expect(clocks.map(({ status }) => status)).toEqual(['running', 'met', 'running']);
  });

  it('an event that says nothing of clocks changes nothing', () => {
    const clocks = after(['2025-04-21', { clocks: [served] }]);
    expect(foldClocks(clocks, { type: 'X', data: {}, occurredOn: '2025-05-09' })).toEqual(clocks);
  });
});

describe('the deadline board', () => {
  it('shows as overdue what is open past its due date, whether an event said so or not', () => {
    const clocks = after([
      '2025-04-21',
      { clocks: [served, { ...served, subject: 'D-2', due: '2025-05-08' }] },
    ]);
    expect(overdueClocks(clocks, '2025-05-06')).toEqual([]);
    expect(overdueClocks(clocks, '2025-05-07').map(({ subject }) => subject)).toEqual(['D-1']);
  });

  it('explains a recorded due date by computing it again', () => {
    expect(explain(served, notice, calendar)).toMatchObject({ due: '2025-05-06', provisional: false });
    expect(explain(served, notice, calendar).steps.map(({ zh }) => zh)).toEqual([
      '2025-04-21（测试）当日不计入，自 2025-04-22 起算',
      '期限为 15 日（test）',
      '期间计至 2025-05-06',
    ]);
  });

  it('carries every fact it was computed from', () => {
    const facts = {
      start: '2025-04-21',
      custody: true,
      extensions: [{ length: { n: 5, unit: 'day' }, recordedOn: '2025-05-01' }],
      suspensions: [{ from: '2025-04-25', to: '2025-04-28' }],
    } as const;
    const started = startClock({ ...notice, variant: 'urgent' }, 'I-4', facts, calendar);
    expect(started).toMatchObject({ ...facts, variant: 'urgent', subject: 'I-4' });
    expect(explain(started, notice, calendar).due).toBe(started.due);
  });
});

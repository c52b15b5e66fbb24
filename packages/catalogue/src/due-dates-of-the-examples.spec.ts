import {
  type ClockFacts,
  computeDue,
  extend,
  firstOverdueDay,
  fixDueDate,
  isClockRefusal,
  isOverdue,
  overdueDays,
  type TypeScope,
  warningDays,
} from '@jiandu/clocks';
import { describe, expect, it } from 'vitest';
import { latestCalendar } from './calendars.ts';
import { deadlineRule, ruleInForce } from './deadlines.ts';

type Row = readonly [
  example: string,
  what: string,
  scope: TypeScope,
  clock: string,
  start: string,
  due: string,
];

const CFS = { type: 'CFS' };
const IAS = { type: 'IAS' };
const CIR = { type: 'CIR' };
const SGR = { type: 'SGR' };

/** Every date a worked matter names, and those of the clocks its other acts start. */
const rows: readonly Row[] = [
  ['EX-01', 'complaint received', CFS, 'DL-01', '2025-03-03', '2025-03-10'],
  ['EX-01', 'lead registered', CFS, 'DL-53', '2025-03-03', '2025-03-10'],
  ['EX-01', 'acceptance', CFS, 'DL-54', '2025-03-10', '2025-03-24'],
  ['EX-01', 'demand for reasons served', CFS, 'DL-08', '2025-03-27', '2025-04-03'],
  ['EX-01', 'notice to file served', CFS, 'DL-11', '2025-04-14', '2025-04-29'],
  ['EX-01', 'police filed the case', CFS, 'DL-13', '2025-04-25', '2025-07-25'],
  ['EX-01', 'concluded', CFS, 'DL-59', '2025-08-25', '2025-09-08'],
  ['EX-01', 'closed', CFS, 'DL-60', '2025-08-29', '2025-12-01'],
  ['EX-02', 'correction notice served', IAS, 'DL-16', '2025-04-21', '2025-05-06'],
  ['EX-02', 'first overdue day', IAS, 'DL-55', '2025-05-07', '2025-05-12'],
  ['EX-02', 'urging letter served', IAS, 'DL-56', '2025-05-08', '2025-05-19'],
  ['EX-02', 're-examination asked', IAS, 'DL-17', '2025-05-19', '2025-05-26'],
  ['EX-02', 'reply received', IAS, 'DL-58', '2025-07-01', '2025-07-10'],
  ['EX-04', 'lead found', { type: 'ILT' }, 'DL-51', '2025-06-03', '2025-06-10'],
  ['EX-04', 'lead received', { type: 'ILT' }, 'DL-52', '2025-06-23', '2025-07-23'],
  ['EX-05', 'verification decided', SGR, 'DL-24', '2025-02-14', '2025-04-14'],
  ['EX-05', 'recommendation served', SGR, 'DL-26', '2025-05-16', '2025-07-16'],
  ['EX-05', 'recommendation issued', SGR, 'DL-25', '2025-05-16', '2025-05-21'],
  ['EX-06', 'oral correction given', CIR, 'DL-18', '2025-08-13', '2025-08-20'],
  ['EX-06', 'correction notices served', CIR, 'DL-16', '2025-08-25', '2025-09-09'],
  ['EX-06', 'recommendation served', CIR, 'DL-26', '2025-08-25', '2025-10-27'],
  ['EX-08', 'police invite', { type: 'EIM' }, 'DL-50', '2025-10-09', '2025-10-13'],
  ['EX-10', 'flow-monitoring notice', IAS, 'DL-47', '2025-07-30', '2025-08-11'],
  ['EX-10', 'recommendation served', IAS, 'DL-26', '2025-08-28', '2025-10-28'],
  ['EX-10', 'recommendation issued', IAS, 'DL-25', '2025-08-28', '2025-09-02'],
];

describe('the due dates of the worked matters', () => {
  it.each(rows)('%s: %s (%o, %s, from %s): %s', (_example, _what, scope, clock, start, due) => {
    const inForce = ruleInForce(scope, clock);
    if (!inForce) throw new Error(`${clock} does not run for ${scope.type}`);
    const answer = computeDue(inForce.rule, { start }, latestCalendar);
    expect(answer).toMatchObject({ due, provisional: false, calendar: 'cn-2026.1' });
    expect(answer.steps.length).toBeGreaterThanOrEqual(3);
  });

  it('EX-02: warned seven days before, overdue once from 05-07 on, answered 13 days late', () => {
    expect(warningDays('2025-05-06')[0]).toBe('2025-04-29');
    expect(firstOverdueDay('2025-05-06')).toBe('2025-05-07');
    expect(overdueDays('2025-05-06', '2025-05-19')).toBe(13);
  });

  it('EX-02: the tenth day after the urging letter is Sunday 05-18 and rolls to 05-19', () => {
    const { steps } = computeDue(deadlineRule('DL-56'), { start: '2025-05-08' }, latestCalendar);
    expect(steps.at(-1)?.zh).toBe('2025-05-18 为星期日，顺延至下一工作日 2025-05-19');
  });

  it('EX-05: one month more, asked on 04-10, moves the verification from 04-14 to 05-14', () => {
    const rule = deadlineRule('DL-24');
    const facts: ClockFacts = { start: '2025-02-14' };
    const month = { length: { n: 1, unit: 'month' }, recordedOn: '2025-04-10' } as const;
    const extended = extend(rule, facts, month, latestCalendar);
    if (isClockRefusal(extended)) throw new Error(extended.en);
    expect(computeDue(rule, extended, latestCalendar).due).toBe('2025-05-14');
  });

  it('EX-05: the second urging letter fixes 08-29 itself', () => {
    const rule = deadlineRule('DL-56');
    const fixed = fixDueDate(rule, { start: '2025-07-23' }, { fixedDate: '2025-08-29' }, latestCalendar);
    if (isClockRefusal(fixed)) throw new Error(fixed.en);
    expect(computeDue(rule, fixed, latestCalendar).due).toBe('2025-08-29');
  });

  it('EX-06: with persons in custody 09-09 and 08-20 stand, and so does the reply to the recommendation', () => {
    const due = (clock: string, start: string) =>
      computeDue(deadlineRule(clock), { start, custody: true }, latestCalendar).due;
    expect(due('DL-18', '2025-08-13')).toBe('2025-08-20');
    expect(due('DL-16', '2025-08-25')).toBe('2025-09-09');
    expect(due('DL-26', '2025-08-25')).toBe('2025-10-27');
    expect(isOverdue('2025-08-20', '2025-08-21')).toBe(true);
  });

  it('EX-08: the third day is Sunday 10-12, and Saturday 10-11 was worked', () => {
    expect(latestCalendar.isWorkingDay('2025-10-11')).toBe(true);
    const { steps } = computeDue(deadlineRule('DL-50'), { start: '2025-10-09' }, latestCalendar);
    expect(steps.at(-1)?.date).toBe('2025-10-13');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCalendar, aClock, aDate, aLength, calendarOf, ruleOf } from '../test/arbitraries.ts';
import { bruteForceDue } from '../test/day-by-day.ts';
import { computeDue } from './due-date.ts';
import { addDays, addMonths, daysBetween } from './local-date.ts';

const plain = calendarOf([]);
const runs = { numRuns: 500 };

describe('how days are counted', () => {
  it('agrees with counting day by day, in 3,000 random cases', () => {
    fc.assert(
      fc.property(aClock, ({ rule, facts, calendar }) => {
        expect(computeDue(rule, facts, calendar).due).toBe(bruteForceDue(rule, facts, calendar));
      }),
      { numRuns: 3000 },
    );
  });

  it('never counts the start day: the earliest due date is the day after', () => {
    fc.assert(
      fc.property(aClock, ({ rule, facts, calendar }) => {
        expect(daysBetween(facts.start, computeDue(rule, facts, calendar).due)).toBeGreaterThan(0);
      }),
      runs,
    );
    const oneDay = ruleOf({ length: { n: 1, unit: 'day' }, rolls: 'never' });
    expect(computeDue(oneDay, { start: '2025-03-03' }, plain).due).toBe('2025-03-04');
  });

  it('a later start never gives an earlier due date', () => {
    fc.assert(
      fc.property(aDate, fc.nat(40), aLength, aCalendar, (start, later, length, calendar) => {
        const due = (from: string) => computeDue(ruleOf({ length }), { start: from }, calendar).due;
        expect(due(addDays(start, later)) >= due(start)).toBe(true);
      }),
      runs,
    );
  });

  it('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(aClock, fc.integer({ min: 1, max: 20 }), ({ rule, facts, calendar }, more) => {
        const longer = { ...rule, length: { ...rule.length, n: rule.length.n + more } };
        expect(computeDue(longer, facts, calendar).due >= computeDue(rule, facts, calendar).due).toBe(true);
      }),
      runs,
    );
  });

  it('working days pass over holidays and count swap days', () => {
    const calendar = calendarOf(['2025-10-01', '2025-10-02', '2025-10-03'], ['2025-09-28']);
    const rule = ruleOf({ length: { n: 3, unit: 'workday' } });
    const { due, steps } = computeDue(rule, { start: '2025-09-27' }, calendar);
    expect(due).toBe('2025-09-30');
    expect(computeDue(rule, { start: '2025-09-30' }, calendar).due).toBe('2025-10-08');
    expect(steps.at(-1)).toEqual({
      zh: '期间计至 2025-09-30',
      en: 'The count ends on 2025-09-30',
      date: '2025-09-30',
    });
  });
});

describe('the last day', () => {
  const saturday = { start: '2025-08-02' };

  it('is a working day, or one on which the rule does not roll', () => {
    fc.assert(
      fc.property(aClock, ({ rule, facts, calendar }) => {
        const stays = rule.rolls === 'never' || (rule.rolls === 'unless-custody' && facts.custody);
        if (!stays) expect(calendar.isWorkingDay(computeDue(rule, facts, calendar).due)).toBe(true);
      }),
      runs,
    );
  });

  it('rolls over a weekend, and says so', () => {
    const { due, steps } = computeDue(ruleOf({}), saturday, plain);
    expect(due).toBe('2025-08-11');
    expect(steps.at(-1)).toEqual({
      zh: '2025-08-09 为星期六，顺延至下一工作日 2025-08-11',
      en: '2025-08-09 is a Saturday; the last day moves to the next working day, 2025-08-11',
      date: '2025-08-11',
    });
  });

  it('does not roll onto the next day when that day rests too, but onto a swap day it does', () => {
    expect(computeDue(ruleOf({}), saturday, calendarOf(['2025-08-11'])).due).toBe('2025-08-12');
    expect(computeDue(ruleOf({}), saturday, calendarOf([], ['2025-08-10'])).due).toBe('2025-08-10');
  });

  it('stays where a person in custody would wait longer, and says so', () => {
    const rule = ruleOf({ rolls: 'unless-custody' });
    const { due, steps } = computeDue(rule, { ...saturday, custody: true }, plain);
    expect(due).toBe('2025-08-09');
    expect(steps.at(-1)?.zh).toBe('2025-08-09 为星期六，但涉及被羁押人员，不顺延');
    expect(computeDue(rule, { ...saturday, custody: false }, plain).due).toBe('2025-08-11');
    expect(computeDue(ruleOf({ rolls: 'always' }), { ...saturday, custody: true }, plain).due).toBe(
      '2025-08-11',
    );
    expect(computeDue(ruleOf({ rolls: 'never' }), saturday, plain).due).toBe('2025-08-09');
  });

  it('does not roll onto an excluded day', () => {
    const exclusions = [{ from: '2025-08-10', to: '2025-08-13' }];
    expect(computeDue(ruleOf({}), { ...saturday, exclusions }, plain).due).toBe('2025-08-13');
  });
});

describe('months', () => {
  it('end on the same day or the last of the month, whatever the start', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 24 }), (start, n) => {
        const rule = ruleOf({ length: { n, unit: 'month' }, rolls: 'never' });
        expect(computeDue(rule, { start }, plain).due).toBe(addMonths(start, n));
      }),
      runs,
    );
  });

  it('the other reading of month ends is a setting of the rule', () => {
    const rule = ruleOf({ length: { n: 1, unit: 'month' }, rolls: 'never', monthEnd: 'last-day' });
    expect(computeDue(rule, { start: '2025-02-28' }, plain).due).toBe('2025-03-31');
  });
});

describe('extensions', () => {
  const extensions = [{ length: { n: 10, unit: 'day' }, recordedOn: '2025-08-08' }] as const;

  it('add to the original length and roll once at the end', () => {
    // 08-02 + 7 = Saturday 08-09 (rolls to 08-11); extended it is 08-02 + 17 = 08-19, not 08-11 + 10.
    expect(computeDue(ruleOf({}), { start: '2025-08-02', extensions }, plain).due).toBe('2025-08-19');
  });

  it('sum months before they count: 12-31 and two months and one month is 03-31', () => {
    const rule = ruleOf({ length: { n: 2, unit: 'month' }, rolls: 'never' });
    const month = [{ length: { n: 1, unit: 'month' }, recordedOn: '2025-02-01' }] as const;
    expect(computeDue(rule, { start: '2024-12-31', extensions: month }, plain).due).toBe('2025-03-31');
    expect(computeDue(rule, { start: '2024-12-31', extensions }, plain).due).toBe('2025-03-10');
  });
});

describe('what the instrument fixes itself', () => {
  it('a date wins over the length, and rolls like any last day', () => {
    const due = (fixedDate: string) => computeDue(ruleOf({}), { start: '2025-07-23', fixedDate }, plain).due;
    expect(due('2025-08-29')).toBe('2025-08-29');
    expect(due('2025-08-30')).toBe('2025-09-01');
  });

  it('a length wins over the length of the rule', () => {
    const facts = { start: '2025-07-23', fixedLength: { n: 2, unit: 'workday' } } as const;
    const { due, steps } = computeDue(ruleOf({}), facts, plain);
    expect(due).toBe('2025-07-25');
    expect(steps[1]?.zh).toBe('文书指定期限为 2 个工作日，优先于一般期限');
  });

  it('exclusions and extensions still move a fixed date', () => {
    const facts = { start: '2025-07-23', fixedDate: '2025-08-01' };
    const exclusions = [{ from: '2025-07-25', to: '2025-07-28' }];
    const extensions = [{ length: { n: 1, unit: 'month' }, recordedOn: '2025-07-30' }] as const;
    expect(computeDue(ruleOf({}), { ...facts, exclusions }, plain).due).toBe('2025-08-04');
    expect(computeDue(ruleOf({}), { ...facts, extensions }, plain).due).toBe('2025-09-01');
  });
});

describe('notice clocks count backwards', () => {
  it('and never roll forward', () => {
    fc.assert(
      fc.property(aClock, ({ rule, facts, calendar }) => {
        const notice = { ...rule, direction: 'before', rolls: 'always' } as const;
        const { due } = computeDue(notice, facts, calendar);
        expect(due < facts.start).toBe(true);
        if (rule.length.unit === 'day') expect(due).toBe(addDays(facts.start, -rule.length.n));
      }),
      runs,
    );
  });

  it('in working days they pass over rest days', () => {
    const rule = ruleOf({ direction: 'before', length: { n: 3, unit: 'workday' }, rolls: 'never' });
    expect(computeDue(rule, { start: '2025-08-12' }, plain).due).toBe('2025-08-07');
  });
});

describe('a due date that rests on an unpublished year', () => {
  it('is provisional, and says on which calendar it rests', () => {
    const { due, provisional, calendar, steps } = computeDue(ruleOf({}), { start: '2026-12-28' }, plain);
    expect([due, provisional, calendar]).toEqual(['2027-01-04', true, 'test-2026.1']);
    expect(steps.at(-1)?.en).toContain('2027-01-04 is provisional: holidays are published up to 2026');
  });

  it('is not provisional inside the published years, nor where no working day decides', () => {
    expect(computeDue(ruleOf({}), { start: '2026-12-24' }, plain).provisional).toBe(false);
    expect(computeDue(ruleOf({ rolls: 'never' }), { start: '2026-12-28' }, plain).provisional).toBe(false);
  });
});

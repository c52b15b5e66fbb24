import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClock, calendarOf, epochDayOf, isoOf, ruleOf } from '../test/arbitraries.ts';
import type { Interval, Length } from './index.ts';
import { computeDue, exclude, extend, fixDueDate, isClockRefusal, mergeIntervals, suspend } from './index.ts';

const calendar = calendarOf([]);
const text = { zh: '检察长', en: 'chief procurator' };
const month: Length = { n: 1, unit: 'month' };

// Runs from Friday 2025-02-14 for two months, to Monday 2025-04-14.
const verification = ruleOf({
  length: { n: 2, unit: 'month' },
  extension: { length: month, by: text },
  notCounted: text,
});
const running = { start: '2025-02-14' };

describe('an extension', () => {
  const asked = (length: Length, recordedOn = '2025-04-10') => ({ length, recordedOn });

  it('adds to the original length', () => {
    const facts = extend(verification, running, asked(month), calendar);
    if (isClockRefusal(facts)) throw new Error(facts.en);
    expect(computeDue(verification, facts, calendar).due).toBe('2025-05-14');
  });

  it.each([
    ['on the due date it is in time', '2025-04-14', undefined],
    ['a day later it is refused', '2025-04-15', 'clock.recorded-late'],
  ])('%s', (_, recordedOn, refused) => {
    const answer = extend(verification, running, asked(month, recordedOn), calendar);
    expect(isClockRefusal(answer) ? answer.refused : undefined).toBe(refused);
  });

  it.each<[string, Length, string]>([
    ['longer than the rule allows', { n: 2, unit: 'month' }, 'clock.extension-too-long'],
    ['in another unit than the rule allows', { n: 5, unit: 'workday' }, 'clock.extension-too-long'],
    ['of nothing', { n: 0, unit: 'month' }, 'clock.would-shorten'],
    ['of less than nothing', { n: -1, unit: 'month' }, 'clock.would-shorten'],
  ])('%s is refused', (_, length, refused) => {
    expect(extend(verification, running, asked(length), calendar)).toMatchObject({ refused });
  });

  it('is refused a second time, and where the rule knows none', () => {
    const extended = { ...running, extensions: [asked(month)] };
    expect(extend(verification, extended, asked(month), calendar)).toMatchObject({
      refused: 'clock.extension-used',
    });
    expect(extend(ruleOf({}), running, asked(month), calendar)).toMatchObject({
      refused: 'clock.extension-not-provided',
    });
  });

  it('of a rule that fixes no length may be of any length, more than once', () => {
    const open = ruleOf({ length: { n: 3, unit: 'month' }, extension: { by: text } });
    const extended = { ...running, extensions: [asked(month)] };
    expect(extend(open, extended, asked({ n: 45, unit: 'day' }), calendar)).toMatchObject({
      extensions: [{ length: month }, { length: { n: 45, unit: 'day' } }],
    });
  });
});

describe('an exclusion', () => {
  const appraisal = { from: '2025-03-03', to: '2025-03-13', recordedOn: '2025-03-03' };

  it('passes over its days, from its first to the day before its end', () => {
    const facts = exclude(verification, running, appraisal, calendar);
    if (isClockRefusal(facts)) throw new Error(facts.en);
    const { due, steps } = computeDue(verification, facts, calendar);
    expect(due).toBe('2025-04-24');
    expect(steps[2]?.zh).toBe('2025-03-03 至 2025-03-12 共 10 日不计入期间');
  });

  it.each([
    ['recorded after the old due date', { ...appraisal, recordedOn: '2025-04-15' }, 'clock.recorded-late'],
    ['that ends before it begins', { ...appraisal, to: '2025-03-01' }, 'clock.would-shorten'],
    ['without a day', { ...appraisal, to: '2025-03-03' }, 'clock.would-shorten'],
    ['after the period', { ...appraisal, from: '2025-04-15', to: '2025-05-01' }, 'clock.exclusion-outside'],
    ['before the period', { ...appraisal, from: '2025-01-01', to: '2025-02-15' }, 'clock.exclusion-outside'],
  ])('%s is refused', (_, exclusion, refused) => {
    expect(exclude(verification, running, exclusion, calendar)).toMatchObject({ refused });
    expect(suspend(verification, running, exclusion, calendar)).toMatchObject({ refused });
  });

  it('is refused where the rule names no days that are not counted; a suspension is not', () => {
    const { notCounted: _, ...strict } = verification;
    expect(exclude(strict, running, appraisal, calendar)).toMatchObject({
      refused: 'clock.exclusion-not-provided',
    });
    expect(suspend(strict, running, appraisal, calendar)).toMatchObject({
      suspensions: [{ from: '2025-03-03', to: '2025-03-13' }],
    });
  });

  it('and suspension do not pause a notice that counts backwards', () => {
    const notice = ruleOf({ direction: 'before', rolls: 'never' });
    expect(suspend(notice, running, appraisal, calendar)).toMatchObject({
      refused: 'clock.exclusion-not-provided',
    });
  });

  it('never shortens a clock', () => {
    const offsets = fc.record({ after: fc.integer({ min: -40, max: 400 }), long: fc.nat(60) });
    fc.assert(
      fc.property(aClock, offsets, ({ rule, facts, calendar: days }, { after, long }) => {
        const from = epochDayOf(facts.start) + after;
        const exclusion = { from: isoOf(from), to: isoOf(from + long), recordedOn: facts.start };
        const changed = exclude(rule, facts, exclusion, days);
        fc.pre(!isClockRefusal(changed));
        if (isClockRefusal(changed)) return;
        expect(computeDue(rule, changed, days).due >= computeDue(rule, facts, days).due).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('counts once where it overlaps a suspension', () => {
    const exclusions = [{ from: '2025-03-03', to: '2025-03-13' }];
    const suspensions = [{ from: '2025-03-08', to: '2025-03-18' }];
    const facts = { ...running, exclusions, suspensions };
    expect(computeDue({ ...verification, rolls: 'never' }, facts, calendar).due).toBe('2025-04-29');
  });
});

describe('merged intervals', () => {
  const anInterval: fc.Arbitrary<Interval> = fc
    .record({ at: fc.integer({ min: 20_000, max: 20_100 }), long: fc.integer({ min: -3, max: 20 }) })
    .map(({ at, long }) => ({ from: isoOf(at), to: isoOf(at + long) }));

  it('cover the same days, in order, with a day between them', () => {
    fc.assert(
      fc.property(fc.array(anInterval, { maxLength: 6 }), (intervals) => {
        const merged = mergeIntervals(intervals);
        for (let day = 19_990; day < 20_130; day += 1) {
          const covers = ({ from, to }: Interval) => from <= isoOf(day) && isoOf(day) < to;
          expect(merged.filter(covers).length).toBe(intervals.some(covers) ? 1 : 0);
        }
        merged.slice(1).forEach(({ from }, i) => {
          expect(from > (merged[i]?.to ?? '')).toBe(true);
        });
      }),
    );
  });
});

describe('a period fixed in the instrument', () => {
  const facts = { start: '2025-08-25' };
  const any = ruleOf({ length: { n: 15, unit: 'day' }, fixable: 'any' });
  const shorter = ruleOf({ length: { n: 15, unit: 'day' }, fixable: 'shorter' });

  it('wins over the period of the rule', () => {
    expect(fixDueDate(any, facts, { fixedDate: '2025-10-31' }, calendar)).toEqual({
      ...facts,
      fixedDate: '2025-10-31',
    });
    const days = { fixedLength: { n: 3, unit: 'day' } } as const;
    expect(fixDueDate(shorter, facts, days, calendar)).toEqual({ ...facts, ...days });
  });

  it.each([
    ['that does not exist', any, '2025-09-31', 'clock.date-unknown'],
    ['on the start day', any, '2025-08-25', 'clock.would-shorten'],
    ['before the start', any, '2025-08-01', 'clock.would-shorten'],
    [
      'later than the rule, where only a shorter one may be fixed',
      shorter,
      '2025-09-10',
      'clock.fixed-not-shorter',
    ],
    ['where the rule leaves nothing to fix', ruleOf({}), '2025-08-29', 'clock.fixed-not-allowed'],
  ])('a date %s is refused', (_, rule, fixedDate, refused) => {
    expect(fixDueDate(rule, facts, { fixedDate }, calendar)).toMatchObject({ refused });
  });

  it('a length of nothing is refused', () => {
    expect(fixDueDate(any, facts, { fixedLength: { n: 0, unit: 'day' } }, calendar)).toMatchObject({
      refused: 'clock.would-shorten',
    });
  });
});

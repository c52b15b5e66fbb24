import type { Calendar, ClockFacts, ClockRule, Interval, Length, LocalDate } from '@jiandu/clocks';
import fc from 'fast-check';

const text = { zh: '测试', en: 'test' };

/** A rule with everything but what a test is about left plain. */
export function ruleOf(own: Partial<ClockRule>): ClockRule {
  return {
    id: 'DL-99',
    title: text,
    trigger: text,
    obliged: text,
    types: 'ALL',
    length: { n: 7, unit: 'day' },
    direction: 'after',
    rolls: 'always',
    source: 'test',
    tag: 'O',
    ...own,
  };
}

/** The date of a UTC day, by the host's own calendar arithmetic. */
export function isoOf(epochDay: number): LocalDate {
  return new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
}

/** The UTC day of a date, by the host's own calendar arithmetic. */
export function epochDayOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** A calendar with the given holidays and swap days, published up to the end of 2026. */
export function calendarOf(holidays: readonly LocalDate[], swapDays: readonly LocalDate[] = []): Calendar {
  const off = new Set(holidays);
  const on = new Set(swapDays);
  const weekend = (date: LocalDate) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  return {
    version: 'test-2026.1',
    lastPublishedYear: 2026,
    isProvisional: (date) => date > '2026-12-31',
    holidayOn: (date) => (off.has(date) ? { zh: '假日', en: 'holiday' } : undefined),
    isWorkingDay: (date) => !off.has(date) && (on.has(date) || !weekend(date)),
  };
}

const FIRST = epochDayOf('2023-01-01');

/** Dates of 2023 to 2026. */
export const aDate = fc.integer({ min: FIRST, max: epochDayOf('2026-12-31') }).map(isoOf);

/** Calendars with up to 200 holidays and 40 swap days strewn over 2023 to 2028, long holidays among them. */
export const aCalendar = fc
  .record({
    breaks: fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 2000 }), long: fc.integer({ min: 1, max: 12 }) }),
      {
        maxLength: 24,
      },
    ),
    swaps: fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 }),
  })
  .map(({ breaks, swaps }) =>
    calendarOf(
      breaks.flatMap(({ at, long }) => Array.from({ length: long }, (_, i) => isoOf(FIRST + at + i))),
      swaps.map((at) => isoOf(FIRST + at)),
    ),
  );

export const aLength: fc.Arbitrary<Length> = fc.oneof(
  fc.record({ n: fc.integer({ min: 1, max: 40 }), unit: fc.constant('day' as const) }),
  fc.record({ n: fc.integer({ min: 1, max: 20 }), unit: fc.constant('workday' as const) }),
  fc.record({ n: fc.integer({ min: 1, max: 14 }), unit: fc.constant('month' as const) }),
);

/** Stretches of up to 30 days that begin from ten days before a start to sixty days after it. */
export function intervalsNear(start: LocalDate): fc.Arbitrary<readonly Interval[]> {
  const interval = fc
    .record({ after: fc.integer({ min: -10, max: 60 }), long: fc.integer({ min: 0, max: 30 }) })
    .map(({ after, long }) => ({
      from: isoOf(epochDayOf(start) + after),
      to: isoOf(epochDayOf(start) + after + long),
    }));
  return fc.array(interval, { maxLength: 4 });
}

export const someRolls = fc.constantFrom('always', 'never', 'unless-custody');

/** A rule, the facts of a clock that runs under it, and a calendar. */
export const aClock: fc.Arbitrary<{ rule: ClockRule; facts: ClockFacts; calendar: Calendar }> = aDate.chain(
  (start) =>
    fc.record({
      calendar: aCalendar,
      rule: fc
        .record({ length: aLength, rolls: someRolls, monthEnd: fc.constantFrom('same-day', 'last-day') })
        .map((own) => ruleOf({ ...own, notCounted: text })),
      facts: fc.record({
        start: fc.constant(start),
        custody: fc.boolean(),
        exclusions: intervalsNear(start),
        suspensions: intervalsNear(start),
        extensions: fc.array(
          aLength.map((length) => ({ length, recordedOn: start })),
          { maxLength: 2 },
        ),
      }),
    }),
);

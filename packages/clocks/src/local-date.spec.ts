import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDayOf, isoOf } from '../test/arbitraries.ts';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  parseLocalDate,
  weekday,
} from './local-date.ts';

const anEpochDay = fc.integer({ min: epochDayOf('0002-01-01'), max: epochDayOf('9998-12-31') });

describe('civil dates agree with the calendar of the host', () => {
  it('day numbers, both ways, and weekdays', () => {
    fc.assert(
      fc.property(anEpochDay, (day) => {
        expect(dayNumber(isoOf(day))).toBe(day);
        expect(dateOfDayNumber(day)).toBe(isoOf(day));
        expect(weekday(isoOf(day))).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anEpochDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        const date = isoOf(day);
        expect(daysBetween(date, addDays(addDays(date, n), -n))).toBe(0);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('every day of 2023 to 2028 exists and follows the one before', () => {
    for (let day = epochDayOf('2023-01-01'); day <= epochDayOf('2028-12-31'); day += 1) {
      expect(isLocalDate(isoOf(day))).toBe(true);
      expect(addDays(isoOf(day), 1)).toBe(isoOf(day + 1));
    }
  });
});

describe('a date that does not exist is refused', () => {
  it.each([
    '2025-02-29',
    '2100-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-1-1',
    '20250101',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '',
  ])('%s', (text) => {
    expect(parseLocalDate(text)).toMatchObject({ refused: 'clock.date-unknown' });
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it('leap days of leap years exist', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29');
    expect(parseLocalDate('2000-02-29')).toBe('2000-02-29');
  });
});

describe('a period of months ends on the same day, or on the last day where that day is missing', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2025-02-28', 1, '2025-03-28'],
    ['2025-10-15', 3, '2026-01-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -2, '2024-11-15'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    ['2025-02-28', 1, '2025-03-31'],
    ['2024-02-28', 1, '2024-03-28'],
    ['2025-04-30', 1, '2025-05-31'],
    ['2025-04-29', 1, '2025-05-29'],
  ])('under the reading last day to last day, %s and %i months: %s', (from, months, to) => {
    expect(addMonths(from, months, 'last-day')).toBe(to);
  });
});

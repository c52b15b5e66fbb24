import { addDays, weekday } from '@jiandu/clocks';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { calendar, calendarVersions, latestCalendar } from './calendars.ts';

function daysOf(from: string, to: string): readonly string[] {
  const days = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

describe('the holidays of 2023 to 2026', () => {
  it('agree with chinese-days on every day', () => {
    const days = daysOf('2023-01-01', '2026-12-31');
    expect(days.length).toBe(1461);
    const differing = days.filter(
      (date) => latestCalendar.isWorkingDay(date) !== chineseDays.isWorkday(date),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['2025-09-28', true, 'a Sunday worked in exchange'],
    ['2025-10-11', true, 'a Saturday worked in exchange'],
    ['2025-10-08', false, 'a Wednesday of the National Day holiday'],
    ['2025-10-09', true, 'the day after it'],
    ['2025-05-05', false, 'a Monday of the Labour Day holiday'],
    ['2025-05-18', false, 'a plain Sunday'],
    ['2026-01-04', true, 'a Sunday worked in exchange'],
    ['2026-02-23', false, 'the last day of the Spring Festival holiday'],
    ['2026-02-28', true, 'a Saturday worked in exchange'],
    ['2026-10-10', true, 'a Saturday worked in exchange'],
  ])('%s, working: %s, %s', (date, working) => {
    expect(latestCalendar.isWorkingDay(date)).toBe(working);
  });

  it('every holiday has its name in both languages', () => {
    expect(latestCalendar.holidayOn('2025-10-06')).toEqual({ zh: '中秋', en: 'Mid-autumn Festival' });
    expect(latestCalendar.holidayOn('2025-10-09')).toBeUndefined();
    const nameless = daysOf('2023-01-01', '2026-12-31').filter((date) => {
      const restsOnAWeekday = !latestCalendar.isWorkingDay(date) && weekday(date) % 6 !== 0;
      return restsOnAWeekday && latestCalendar.holidayOn(date) === undefined;
    });
    expect(nameless).toEqual([]);
  });
});

describe('years without a published arrangement', () => {
  it('are provisional', () => {
    expect(latestCalendar.version).toBe('cn-2026.1');
    expect(latestCalendar.isProvisional('2026-12-31')).toBe(false);
    expect(latestCalendar.isProvisional('2027-01-01')).toBe(true);
    expect(latestCalendar.isProvisional('2022-12-30')).toBe(true);
  });

  it('rest on weekends and on the holidays whose date the law fixes', () => {
    expect(latestCalendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(latestCalendar.holidayOn('2027-10-01')).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(latestCalendar.isWorkingDay('2027-01-04')).toBe(true);
    expect(latestCalendar.isWorkingDay('2027-01-09')).toBe(false);
  });
});

describe('versions of the calendar', () => {
  it('are kept, each knowing what was published then', () => {
    expect(calendarVersions).toEqual(['cn-2023.1', 'cn-2024.1', 'cn-2025.1', 'cn-2026.1']);
    const earlier = calendar('cn-2025.1');
    expect(earlier?.lastPublishedYear).toBe(2025);
    expect(earlier?.isProvisional('2026-01-04')).toBe(true);
    expect(earlier?.isWorkingDay('2026-01-04')).toBe(false);
    expect(earlier?.isWorkingDay('2025-09-28')).toBe(true);
    expect(calendar('cn-2026.1')).toBe(latestCalendar);
  });

  it('that do not exist are not made up', () => {
    expect(calendar('cn-2027.1')).toBeUndefined();
    expect(calendar('')).toBeUndefined();
  });
});

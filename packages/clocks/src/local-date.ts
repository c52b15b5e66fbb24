import { type ClockRefusal, refuseClock } from './refusal.ts';

/** A legal date, 'YYYY-MM-DD', as it stands in the calendar of Asia/Shanghai. No time, no zone. */
export type LocalDate = string;

interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function civilDay(text: string): CivilDay | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

function existing(date: LocalDate): CivilDay {
  const civil = civilDay(date);
  if (!civil) throw new RangeError(`not a date: ${date}`);
  return civil;
}

function written({ year, month, day }: CivilDay): LocalDate {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** True when the text is a date that exists: 2025-02-29 is none, 2024-02-29 is. */
export function isLocalDate(text: string): text is LocalDate {
  return civilDay(text) !== undefined;
}

/** The date a text names, or the refusal `clock.date-unknown` when no such day exists. */
export function parseLocalDate(text: string): LocalDate | ClockRefusal {
  if (isLocalDate(text)) return text;
  return refuseClock('clock.date-unknown', `日期不存在：${text}`, `No such date: ${text}`);
}

/**
 * Days since 1970-01-01 (negative before). March is taken as the first month of the year, so that the
 * leap day is the last of its year and every month length follows one formula.
 * Throws RangeError for a text that is no date: by then it should have been parsed.
 */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = existing(date);
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number (see `dayNumber`). */
export function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  return written({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`: 0 on the same day, negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * How a period of months ends: on the same day of the target month, or its last day where that day is
 * missing (`same-day`); or, when it began on the last day of a month, on the last day of the target month
 * (`last-day`).
 */
export type MonthEnd = 'same-day' | 'last-day';

/** The date `months` months later (earlier when negative), under the given reading of month ends. */
export function addMonths(date: LocalDate, months: number, reading: MonthEnd = 'same-day'): LocalDate {
  const civil = existing(date);
  const total = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const last = daysInMonth(year, month);
  const beganOnLast = civil.day === daysInMonth(civil.year, civil.month);
  const day = reading === 'last-day' && beganOnLast ? last : Math.min(civil.day, last);
  return written({ year, month, day });
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

import type { LocalDate } from '@jiandu/eventing';

const LAST_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The calendar day before a date that exists: a role ended from 03-01 was last held on 02-28 or 02-29. */
export function dayBefore(date: LocalDate): LocalDate {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  const written = (y: number, m: number, d: number) =>
    `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  if (day > 1) return written(year, month, day - 1);
  if (month === 1) return written(year - 1, 12, 31);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return written(year, month - 1, month === 3 && leap ? 29 : (LAST_OF_MONTH[month - 2] ?? 31));
}

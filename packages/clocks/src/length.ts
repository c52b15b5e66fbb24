import type { Bilingual } from './clock-rule.ts';

/** A length of time: calendar days, working days or months. */
export interface Length {
  readonly n: number;
  readonly unit: 'day' | 'workday' | 'month';
}

/** Lengths added up by unit; months are counted first, then days, then working days. */
export interface LengthSum {
  readonly months: number;
  readonly days: number;
  readonly workdays: number;
}

/** Adds lengths unit by unit. Months and days stay apart: no month is turned into days. */
export function sumLengths(lengths: readonly Length[]): LengthSum {
  const of = (unit: Length['unit']) =>
    lengths.filter((length) => length.unit === unit).reduce((sum, length) => sum + length.n, 0);
  return { months: of('month'), days: of('day'), workdays: of('workday') };
}

/** A length in words: 7 日 / 7 days. */
export function lengthInWords({ n, unit }: Length): Bilingual {
  const plural = n === 1 ? '' : 's';
  if (unit === 'month') return { zh: `${n} 个月`, en: `${n} month${plural}` };
  if (unit === 'workday') return { zh: `${n} 个工作日`, en: `${n} working day${plural}` };
  return { zh: `${n} 日`, en: `${n} day${plural}` };
}

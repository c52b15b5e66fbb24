import { z } from 'zod';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether a text names a day that exists: 2024-02-29 does, 2025-02-29 does not. */
export function isExistingDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= days;
}

/** A legal date of Asia/Shanghai, `YYYY-MM-DD`; a day that does not exist is refused. */
export const localDate = z
  .string()
  .refine(isExistingDate, { error: '日期不存在，应为 YYYY-MM-DD / No such date, expected YYYY-MM-DD' })
  .meta({ format: 'date', description: '法定日期（北京时间） / Legal date, Asia/Shanghai' });
export type LocalDateField = z.output<typeof localDate>;

/** A calendar year of the registers. */
export const registerYear = z
  .int()
  .min(1978)
  .max(2999)
  .meta({ description: '编号年度 / Year of the register' });

import type { Bilingual } from './clock-rule.ts';
import type { LocalDate } from './local-date.ts';

/** Which days the State Council works and rests, swap days (调休) included, as published by one version. */
export interface Calendar {
  /** Name of the published state, such as `cn-2026.1`; recorded with every due date that was computed from it. */
  readonly version: string;
  /** The last year whose arrangement is published. */
  readonly lastPublishedYear: number;
  /** Working days: Monday to Friday without holidays, and weekend days that are worked in exchange. */
  isWorkingDay(date: LocalDate): boolean;
  /** True for days no published arrangement covers: what is said about them may still change. */
  isProvisional(date: LocalDate): boolean;
  /** The holiday a day belongs to, when it is one. */
  holidayOn(date: LocalDate): Bilingual | undefined;
}

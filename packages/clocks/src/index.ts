export type { Calendar } from './calendar.ts';
export type { ClockFacts, DueDate, Extension, Step } from './clock-facts.ts';
export type { Bilingual, Branch, ClockRule, ExtensionRule, TypeScope, Yielding } from './clock-rule.ts';
export { computeDue } from './due-date.ts';
export { type Exclusion, exclude, suspend } from './exclusion.ts';
export { extend } from './extension.ts';
export { type Fixed, fixDueDate } from './fixed-date.ts';
export { type Interval, mergeIntervals } from './intervals.ts';
export { type Length, lengthInWords } from './length.ts';
export {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  type LocalDate,
  type MonthEnd,
  parseLocalDate,
  weekday,
} from './local-date.ts';
export {
  type ClockEvent,
  type ClockNews,
  type ClockRef,
  type ClockStatus,
  explain,
  type FoldedClock,
  foldClocks,
  isOpen,
  overdueClocks,
  type StartedClock,
  startClock,
} from './open-clocks.ts';
export { firstOverdueDay, isOverdue, overdueDays, warningDays } from './overdue.ts';
export { type ClockRefusal, type ClockRefusalCode, isClockRefusal, refuseClock } from './refusal.ts';
export { type OwnClocks, type RuleInForce, replaceRule, type StageBudget } from './replacement.ts';
export { localDateOf } from './shanghai.ts';

import type { Calendar } from './calendar.ts';
import type { ClockFacts, DueDate, Step } from './clock-facts.ts';
import type { ClockRule } from './clock-rule.ts';
import { type Counted, countDays, WorkingDays } from './counting.ts';
import * as explain from './explanation.ts';
import { daysCovered, type Interval, mergeIntervals } from './intervals.ts';
import { type LengthSum, sumLengths } from './length.ts';
import { addDays, addMonths, dateOfDayNumber, dayNumber, daysBetween } from './local-date.ts';

/** The days that do not count for a clock: exclusions and suspensions, merged where they overlap. */
export function pausesOf({ exclusions = [], suspensions = [] }: ClockFacts): readonly Interval[] {
  return mergeIntervals([...exclusions, ...suspensions]);
}

function lengthOf(rule: ClockRule, facts: ClockFacts): LengthSum {
  const granted = (facts.extensions ?? []).map(({ length }) => length);
  return sumLengths(facts.fixedDate ? granted : [facts.fixedLength ?? rule.length, ...granted]);
}

/** Months and days become one number of calendar days from the start, before any day is passed over. */
function calendarDays(rule: ClockRule, facts: ClockFacts, { months, days }: LengthSum): number {
  const from = facts.fixedDate ?? facts.start;
  return daysBetween(facts.start, addDays(addMonths(from, months, rule.monthEnd), days));
}

function countForward(
  rule: ClockRule,
  facts: ClockFacts,
  pauses: readonly Interval[],
  work: WorkingDays,
): Counted {
  const isPaused = daysCovered(pauses);
  const sum = lengthOf(rule, facts);
  const span = calendarDays(rule, facts, sum);
  const start = dayNumber(facts.start);
  const plain = countDays(start, span, 1, isPaused);
  const from = span < 0 ? start + span : plain.day;
  const worked = countDays(from, sum.workdays, 1, isPaused, (day) => work.on(day));
  return { day: worked.day, paused: plain.paused + worked.paused, rest: worked.rest };
}

function countBack(rule: ClockRule, facts: ClockFacts, work: WorkingDays): Counted {
  if (facts.fixedDate) return { day: dayNumber(facts.fixedDate), paused: 0, rest: 0 };
  const { months, days, workdays } = sumLengths([facts.fixedLength ?? rule.length]);
  const from = dayNumber(addDays(addMonths(facts.start, -months, rule.monthEnd), -days));
  return countDays(
    from,
    workdays,
    -1,
    () => false,
    (day) => work.on(day),
  );
}

function mayRoll(rule: ClockRule, facts: ClockFacts): boolean {
  if (rule.direction === 'before' || rule.rolls === 'never') return false;
  return rule.rolls === 'always' || facts.custody !== true;
}

/** The next working day that counts, the day itself included. */
function rolled(day: number, pauses: readonly Interval[], work: WorkingDays): number {
  if (work.on(day)) return day;
  const isPaused = daysCovered(pauses);
  return countDays(day, 1, 1, isPaused, (next) => work.on(next)).day;
}

/**
 * The due date of a clock and the steps that explain it.
 *
 * The start day is not counted. Lengths are summed (months first), counted from the original start past
 * all excluded and suspended days, and rolled once at the end onto a working day, where the rule lets it
 * roll. A date or length fixed in the instrument takes the place of the rule's own; a fixed date rolls like
 * any other last day. Notice clocks (`before`) count backwards and never roll or pause.
 *
 * A due date is provisional when any working day it was decided by belongs to a year not yet published; a
 * due date that asks for no working day never is. Dates must exist (see `parseLocalDate`).
 */
export function computeDue(rule: ClockRule, facts: ClockFacts, calendar: Calendar): DueDate {
  const work = new WorkingDays(calendar);
  const before = rule.direction === 'before';
  const pauses = before ? [] : pausesOf(facts);
  const counted = before ? countBack(rule, facts, work) : countForward(rule, facts, pauses, work);
  const end = dateOfDayNumber(counted.day);
  const day = mayRoll(rule, facts) ? rolled(counted.day, pauses, work) : counted.day;
  const due = dateOfDayNumber(day);

  const steps: Step[] = [explain.startStep(rule, facts.start), explain.lengthStep(rule, facts)];
  if (!before) {
    for (const { length, recordedOn } of facts.extensions ?? []) {
      steps.push(explain.extensionStep(length, recordedOn));
    }
  }
  if (counted.paused > 0 || due !== end) {
    steps.push(...pauses.filter(({ from, to }) => from <= due && to > facts.start).map(explain.pausedStep));
  }
  steps.push(explain.endStep(end, counted.rest));
  if (due !== end) steps.push(explain.rolledStep(end, due, calendar));
  else if (facts.custody && rule.rolls === 'unless-custody' && !before && !calendar.isWorkingDay(end)) {
    steps.push(explain.notRolledStep(end, calendar));
  }
  if (work.provisional) steps.push(explain.provisionalStep(due, calendar));
  return { due, provisional: work.provisional, calendar: calendar.version, steps };
}

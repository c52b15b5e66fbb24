import type { Calendar } from './calendar.ts';
import type { ClockFacts } from './clock-facts.ts';
import type { ClockRule } from './clock-rule.ts';
import { computeDue } from './due-date.ts';
import { refuseLate } from './extension.ts';
import type { Interval } from './intervals.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import { type ClockRefusal, refuseClock } from './refusal.ts';

/** Days taken out of a clock, and the day on which it was put on record that they begin. */
export interface Exclusion extends Interval {
  readonly recordedOn: LocalDate;
}

function refusePause(
  rule: ClockRule,
  facts: ClockFacts,
  { from, to, recordedOn }: Exclusion,
  calendar: Calendar,
): ClockRefusal | undefined {
  if (daysBetween(from, to) < 1) {
    return refuseClock(
      'clock.would-shorten',
      `自 ${from} 至 ${to} 没有可以扣除的日期`,
      `There is no day to exclude from ${from} to ${to}`,
    );
  }
  const { due } = computeDue(rule, facts, calendar);
  if (daysBetween(from, due) < 0 || daysBetween(facts.start, to) < 2) {
    return refuseClock(
      'clock.exclusion-outside',
      `${from} 至 ${to} 不在期间（${facts.start} 至 ${due}）之内`,
      `${from} to ${to} lies outside the running period (${facts.start} to ${due})`,
    );
  }
  return refuseLate(due, recordedOn);
}

/**
 * Takes the days of an appraisal, a file retrieval and the like out of a clock (不计入期间). Refused when the
 * rule names no such days, when the days lie outside the running period or are none, or when their beginning
 * was recorded after the old due date. `to` is the first day that counts again.
 */
export function exclude(
  rule: ClockRule,
  facts: ClockFacts,
  exclusion: Exclusion,
  calendar: Calendar,
): ClockFacts | ClockRefusal {
  if (!rule.notCounted) {
    return refuseClock(
      'clock.exclusion-not-provided',
      `${rule.title.zh}的期间没有可以扣除的日期（${rule.source}）`,
      `The period for "${rule.title.en}" knows no excluded days (${rule.source})`,
    );
  }
  const { from, to } = exclusion;
  const refusal = refusePause(rule, facts, exclusion, calendar);
  return refusal ?? { ...facts, exclusions: [...(facts.exclusions ?? []), { from, to }] };
}

/** Takes the days of a suspension of the matter (中止) out of a clock, under the same conditions of time. */
export function suspend(
  rule: ClockRule,
  facts: ClockFacts,
  suspension: Exclusion,
  calendar: Calendar,
): ClockFacts | ClockRefusal {
  if (rule.direction === 'before') {
    return refuseClock(
      'clock.exclusion-not-provided',
      `${rule.title.zh}为倒算期限，不因中止而变更`,
      `"${rule.title.en}" counts back from a day to come and does not pause`,
    );
  }
  const { from, to } = suspension;
  const refusal = refusePause(rule, facts, suspension, calendar);
  return refusal ?? { ...facts, suspensions: [...(facts.suspensions ?? []), { from, to }] };
}

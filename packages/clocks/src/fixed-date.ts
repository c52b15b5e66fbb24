import type { Calendar } from './calendar.ts';
import type { ClockFacts } from './clock-facts.ts';
import type { ClockRule } from './clock-rule.ts';
import { computeDue } from './due-date.ts';
import type { Length } from './length.ts';
import { daysBetween, isLocalDate, type LocalDate } from './local-date.ts';
import { type ClockRefusal, refuseClock } from './refusal.ts';

/** What an instrument or letter says itself about its period. */
export type Fixed = { readonly fixedDate: LocalDate } | { readonly fixedLength: Length };

/**
 * Puts the date or length written in the instrument into the facts of a clock. Refused when the rule leaves
 * nothing to fix, when the date does not exist or does not lie after the start, or when the rule allows only
 * a shorter period and this one is longer.
 */
export function fixDueDate(
  rule: ClockRule,
  facts: ClockFacts,
  fixed: Fixed,
  calendar: Calendar,
): ClockFacts | ClockRefusal {
  if (!rule.fixable) {
    return refuseClock(
      'clock.fixed-not-allowed',
      `${rule.title.zh}的期限由规定确定，文书不得另定（${rule.source}）`,
      `The period for "${rule.title.en}" is set by rule; an instrument cannot set another (${rule.source})`,
    );
  }
  const date = 'fixedDate' in fixed ? fixed.fixedDate : undefined;
  if (date !== undefined && !isLocalDate(date)) {
    return refuseClock('clock.date-unknown', `日期不存在：${date}`, `No such date: ${date}`);
  }
  const tooEarly =
    'fixedDate' in fixed ? daysBetween(facts.start, fixed.fixedDate) < 1 : fixed.fixedLength.n < 1;
  if (tooEarly) {
    return refuseClock(
      'clock.would-shorten',
      `指定的期限须在 ${facts.start} 之后`,
      `A fixed period must end after ${facts.start}`,
    );
  }
  const next: ClockFacts = { ...facts, ...fixed };
  if (
    rule.fixable === 'shorter' &&
    computeDue(rule, next, calendar).due > computeDue(rule, facts, calendar).due
  ) {
    return refuseClock(
      'clock.fixed-not-shorter',
      `${rule.title.zh}只能指定更短的期限（${rule.source}）`,
      `For "${rule.title.en}" only a shorter period may be fixed (${rule.source})`,
    );
  }
  return next;
}

import { calendar, deadlineRule, ruleInForce } from '@jiandu/catalogue';
import { type ClockFacts, type Fixed, fixDueDate, isClockRefusal, startClock } from '@jiandu/clocks';
import type { StartedClockField } from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import type { Disposal } from './disposal/state.ts';
import { refuse } from './refusals.ts';
import { clockTitle } from './type-rules.ts';

/** Which clock starts on what, and when. */
export interface ClockToStart {
  readonly clock: string;
  readonly variant?: string | undefined;
  /** Matter number, `D-n` or `R-n`. */
  readonly subject: string;
  readonly start: string;
}

/** The last day or the time written in an instrument or letter. */
export interface WrittenTime {
  readonly replyBy?: string | undefined;
  readonly replyWithin?: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' } | undefined;
}

function scopeOf({ profile }: Disposal) {
  const { type, function: branch } = profile;
  return branch === 'public_interest' ? { type } : { type, branch };
}

function calendarOf(context: Context) {
  const found = calendar(context.directory.calendarVersion);
  if (found === undefined) throw new Error(`no calendar ${context.directory.calendarVersion}`);
  return found;
}

function field(started: ReturnType<typeof startClock>): StartedClockField {
  const { clock, subject, start, due, provisional, calendar: version } = started;
  return {
    clock,
    subject,
    start,
    due,
    provisional,
    calendar: version,
    ...(started.variant === undefined ? {} : { variant: started.variant }),
    ...(started.custody === undefined ? {} : { custody: started.custody }),
    ...(started.fixedDate === undefined ? {} : { fixedDate: started.fixedDate }),
    ...(started.fixedLength === undefined ? {} : { fixedLength: started.fixedLength }),
  };
}

/** Records of the starts of those of these clocks that run for such matters. */
export function clocksStarted(
  disposal: Disposal,
  context: Context,
  wanted: readonly ClockToStart[],
): readonly StartedClockField[] {
  return wanted.flatMap(({ clock, variant, subject, start }) => {
    const inForce = ruleInForce(scopeOf(disposal), clock, variant);
    if (inForce === undefined) return [];
    const facts: ClockFacts = { start, custody: disposal.profile.custody };
    return [field(startClock(inForce.rule, subject, facts, calendarOf(context)))];
  });
}

/**
 * The record of a clock that the type's own data or the law gives the body to answer. A day or length written
 * in the paper wins over the rule where the rule lets it (DOMAIN §2.12 (7)); otherwise a refusal.
 */
export function answerClockStarted(
  disposal: Disposal,
  context: Context,
  { clock, variant, subject, start }: ClockToStart,
  { replyBy, replyWithin }: WrittenTime,
): StartedClockField | Refusal {
  const rule = ruleInForce(scopeOf(disposal), clock, variant)?.rule ?? deadlineRule(clock, variant);
  const days = calendarOf(context);
  const facts: ClockFacts = { start, custody: disposal.profile.custody };
  const written: Fixed | undefined =
    replyBy === undefined ? replyWithin && { fixedLength: replyWithin } : { fixedDate: replyBy };
  if (written === undefined) return field(startClock(rule, subject, facts, days));
  const fixed = fixDueDate(rule, facts, written, days);
  if (!isClockRefusal(fixed)) return field(startClock(rule, subject, fixed, days));
  const kind = clockTitle(clock);
  if (fixed.refused === 'clock.fixed-not-allowed') return refuse('reply-date.fixed-by-law', { kind });
  if (fixed.refused === 'clock.fixed-not-shorter') return refuse('reply-date.only-shorter', { kind });
  return refuse('reply-date.not-after-service', { field: 'replyBy' });
}

import type { Calendar } from './calendar.ts';
import type { ClockFacts, DueDate } from './clock-facts.ts';
import type { ClockRule } from './clock-rule.ts';
import { computeDue } from './due-date.ts';
import type { LocalDate } from './local-date.ts';
import { isOverdue, overdueDays } from './overdue.ts';

/** Names the clocks of one rule on one subject: a lead, a matter, an instrument `D-1`, an issue `I-4`. */
export interface ClockRef {
  readonly clock: string;
  readonly subject: string;
}

/** A clock as an event records its start: rule, subject, the facts it was computed from, and the answer. */
export interface StartedClock extends ClockRef, ClockFacts {
  readonly variant?: string | undefined;
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly calendar: string;
}

/** What the data of an event may say about clocks, beside everything else it says. */
export interface ClockNews {
  /** Started, or recomputed when the same clock on the same subject already runs from the same start. */
  readonly clocks?: readonly StartedClock[] | undefined;
  /** Answered on the day of the event, in time or late. */
  readonly clocksMet?: readonly ClockRef[] | undefined;
  /** Found to have passed unanswered. */
  readonly clocksMissed?: readonly ClockRef[] | undefined;
  /** Ended without an answer because something else took over: another clock, or the act named. */
  readonly clocksReplaced?: readonly (ClockRef & { readonly by: string })[] | undefined;
}

/** An event as the fold needs it. */
export interface ClockEvent {
  readonly type: string;
  readonly data: ClockNews;
  /** Asia/Shanghai date of the fact. */
  readonly occurredOn: LocalDate;
}

/** Where a clock stands by its events alone; whether a running one is overdue depends on the day one asks. */
export type ClockStatus = 'running' | 'met' | 'missed' | 'replaced';

/** One clock with its fate so far. */
export interface FoldedClock extends StartedClock {
  readonly status: ClockStatus;
  readonly metOn?: LocalDate;
  /** Calendar days past the due date when it was met; 0 in time. Only when met. */
  readonly daysLate?: number;
  readonly missedOn?: LocalDate;
  readonly replacedBy?: string;
}

/** True while an answer is still awaited: running, or missed and not made good. */
export function isOpen({ status }: FoldedClock): boolean {
  return status === 'running' || status === 'missed';
}

const same = (a: ClockRef, b: ClockRef) => a.clock === b.clock && a.subject === b.subject;

function change(
  clocks: readonly FoldedClock[],
  refs: readonly ClockRef[] | undefined,
  next: (clock: FoldedClock) => FoldedClock,
): readonly FoldedClock[] {
  if (!refs?.length) return clocks;
  return clocks.map((clock) => (isOpen(clock) && refs.some((ref) => same(ref, clock)) ? next(clock) : clock));
}

function start(clocks: readonly FoldedClock[], started: StartedClock): readonly FoldedClock[] {
  const running = clocks.findIndex(
    (clock) => isOpen(clock) && same(clock, started) && clock.variant === started.variant,
  );
  const before = clocks[running];
  const fresh: FoldedClock = { ...started, status: 'running' };
  if (!before) return [...clocks, fresh];
  if (before.start === started.start) return clocks.with(running, fresh);
  const replaced: FoldedClock = { ...before, status: 'replaced', replacedBy: started.clock };
  return [...clocks.with(running, replaced), fresh];
}

/**
 * Folds one event into the clocks of a matter. An event first ends clocks and then starts some, so that an
 * answer which starts the next round of the same clock ends the old one. Ending a clock that does not run
 * changes nothing. Pure: the same events give the same clocks on any day.
 */
export function foldClocks(
  clocks: readonly FoldedClock[],
  { data, occurredOn }: ClockEvent,
): readonly FoldedClock[] {
  const met = change(clocks, data.clocksMet, (clock) => ({
    ...clock,
    status: 'met',
    metOn: occurredOn,
    daysLate: overdueDays(clock.due, occurredOn),
  }));
  const replaced = (data.clocksReplaced ?? []).reduce(
    (all, ref) => change(all, [ref], (clock) => ({ ...clock, status: 'replaced', replacedBy: ref.by })),
    met,
  );
  const missed = change(replaced, data.clocksMissed, (clock) => ({
    ...clock,
    status: 'missed',
    missedOn: clock.missedOn ?? occurredOn,
  }));
  return (data.clocks ?? []).reduce(start, missed);
}

/** The open clocks whose due date has passed on the given day, whether an event said so yet or not. */
export function overdueClocks(clocks: readonly FoldedClock[], today: LocalDate): readonly FoldedClock[] {
  return clocks.filter((clock) => isOpen(clock) && isOverdue(clock.due, today));
}

/**
 * Computes a recorded clock again, with the steps that explain it. Under the calendar version the clock was
 * recorded with it gives the recorded due date; under a later one it shows what changed.
 */
export function explain(started: StartedClock, rule: ClockRule, calendar: Calendar): DueDate {
  return computeDue(rule, started, calendar);
}

/** The record of a clock's start that an event carries: the facts, the answer, and on which calendar it rests. */
export function startClock(
  rule: ClockRule,
  subject: string,
  facts: ClockFacts,
  calendar: Calendar,
): StartedClock {
  const { due, provisional, calendar: version } = computeDue(rule, facts, calendar);
  const variant = rule.variant === undefined ? {} : { variant: rule.variant };
  return { ...facts, clock: rule.id, ...variant, subject, due, provisional, calendar: version };
}

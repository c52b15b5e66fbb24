import {
  type Branch,
  type Calendar,
  type ClockFacts,
  type ClockRefusal,
  type ClockRule,
  type Fixed,
  fixDueDate,
  isClockRefusal,
  type StartedClock,
  startClock,
  type TypeScope,
} from '@jiandu/clocks';
import { calendar } from './calendars.ts';
import { deadlineRule, ruleInForce } from './deadlines.ts';

/** What decides which clocks run for a lead or matter. Of a lead whose type is not settled both may be unknown. */
export interface Clocked {
  readonly type?: string | undefined;
  /** One of the four procuratorial functions. */
  readonly function?: string | undefined;
}

/** A clock about to start on a thing. */
export interface ClockToStart extends Pick<ClockFacts, 'start' | 'custody'> {
  readonly clock: string;
  readonly variant?: string | undefined;
  /** Lead, matter, instrument `D-n`, issue `I-n` or another numbered thing of the matter. */
  readonly subject: string;
}

const BRANCHES: Readonly<Record<string, Branch>> = {
  criminal: 'criminal',
  civil: 'civil',
  administrative: 'administrative',
};

/** The scope of a type in a function; clocks know no branch of public interest. */
export function scopeOf(type: string, name: string | undefined): TypeScope {
  const branch = name === undefined ? undefined : BRANCHES[name];
  return branch === undefined ? { type } : { type, branch };
}

/** The calendar of the directory's version. Throws RangeError when there is none: such a house is set up wrongly. */
export function calendarInForce(version: string): Calendar {
  const found = calendar(version);
  if (found === undefined) throw new RangeError(`no such calendar: ${version}`);
  return found;
}

/** Without a type only what runs for all types can run. */
function ruleFor({ type, function: name }: Clocked, { clock, variant }: ClockToStart): ClockRule | undefined {
  if (type !== undefined) return ruleInForce(scopeOf(type, name), clock, variant)?.rule;
  const rule = deadlineRule(clock, variant);
  return rule.types === 'ALL' ? rule : undefined;
}

/** Facts as an event records them: of custody only where somebody is held. */
function factsOf({ start, custody }: ClockToStart): ClockFacts {
  return custody === true ? { start, custody } : { start };
}

/**
 * Starts those of these clocks that run for such a lead or matter, each under the rule in force for it and with
 * its due date by the calendar of that version.
 */
export function startsOf(
  clocked: Clocked,
  calendarVersion: string,
  wanted: readonly ClockToStart[],
): readonly StartedClock[] {
  const days = calendarInForce(calendarVersion);
  return wanted.flatMap((each) => {
    const start = startOnDay(clocked, days, each);
    return start === undefined ? [] : [{ ...start, subject: each.subject }];
  });
}

/** Starts worked out before: on one day, the same clock of the same type ends on the same day, whatever it runs for. */
const known = new Map<string, StartedClock | undefined>();
const MOST_KNOWN = 2_000;

function startOnDay(clocked: Clocked, days: Calendar, wanted: ClockToStart): StartedClock | undefined {
  const { clock, variant, start, custody } = wanted;
  const key = [days.version, clocked.type, clocked.function, clock, variant, start, custody].join(' ');
  if (known.has(key)) return known.get(key);
  const rule = ruleFor(clocked, wanted);
  const started = rule === undefined ? undefined : startClock(rule, '', factsOf(wanted), days);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, started);
  return started;
}

/**
 * Starts a clock that the type's own data or the law names for this very thing, and that therefore runs whatever
 * its scope. A day or length written in the instrument or letter takes the place of the rule's where the rule
 * lets it; otherwise the engine's refusal.
 */
export function startNamed(
  clocked: Clocked,
  calendarVersion: string,
  wanted: ClockToStart,
  written?: Fixed,
): StartedClock | ClockRefusal {
  const days = calendarInForce(calendarVersion);
  const rule = ruleFor(clocked, wanted) ?? deadlineRule(wanted.clock, wanted.variant);
  const facts = factsOf(wanted);
  const fixed = written === undefined ? facts : fixDueDate(rule, facts, written, days);
  return isClockRefusal(fixed) ? fixed : startClock(rule, wanted.subject, fixed, days);
}

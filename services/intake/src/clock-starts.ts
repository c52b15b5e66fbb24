import { calendar, deadlineRule, latestCalendar, ruleInForce } from '@jiandu/catalogue';
import { type Branch, type ClockRule, startClock } from '@jiandu/clocks';
import type { MetClockField, StartedClockField } from '@jiandu/contracts';
import type { Directory } from '@jiandu/eventing';

/** What decides which rule runs and until when. */
export interface ClockGround {
  /** Matter type, when it is settled. */
  readonly type?: string | undefined;
  readonly function?: string | undefined;
  /** Lead, matter or recusal the clock runs for. */
  readonly subject: string;
  readonly start: string;
  readonly custody: boolean;
}

const BRANCHES: ReadonlySet<string> = new Set(['criminal', 'civil', 'administrative']);

function isBranch(name: string | undefined): name is Branch {
  return name !== undefined && BRANCHES.has(name);
}

function ruleFor(id: string, ground: ClockGround): ClockRule | undefined {
  const { type, function: branch } = ground;
  if (type !== undefined) return ruleInForce({ type, ...(isBranch(branch) ? { branch } : {}) }, id)?.rule;
  const rule = deadlineRule(id);
  return rule.types === 'ALL' ? rule : undefined;
}

/** Starts the clocks of these ids that run for such a matter, with their due dates under the calendar in force. */
export function startClocks(
  ids: readonly string[],
  ground: ClockGround,
  directory: Directory,
): readonly StartedClockField[] {
  const days = calendar(directory.calendarVersion) ?? latestCalendar;
  return ids.flatMap((id) => {
    const rule = ruleFor(id, ground);
    if (rule === undefined) return [];
    const { subject, start, custody } = ground;
    const {
      clock,
      due,
      provisional,
      calendar: version,
    } = startClock(rule, subject, { start, custody }, days);
    const variant = rule.variant === undefined ? {} : { variant: rule.variant };
    const held = custody ? { custody } : {};
    return [{ clock, ...variant, subject, start, due, provisional, calendar: version, ...held }];
  });
}

/** The clocks that run in one stream, by what its events say. */
export type RunningClocks = readonly MetClockField[];

interface ClockFields {
  readonly clocks?: RunningClocks;
  readonly clocksMet?: RunningClocks;
}

/** Folds the clock fields of one event's data; many events have none. */
export function foldRunning(running: RunningClocks, data: object): RunningClocks {
  const { clocks = [], clocksMet = [] }: ClockFields = data;
  if (clocks.length === 0 && clocksMet.length === 0) return running;
  const isMet = (one: MetClockField) =>
    clocksMet.some((met) => met.clock === one.clock && met.subject === one.subject);
  const started = clocks.map(({ clock, subject }) => ({ clock, subject }));
  return [...running.filter((one) => !isMet(one)), ...started];
}

/** Those of the running clocks that an act ends: the ones named, or all of them. */
export function endClocks(running: RunningClocks, ids?: readonly string[]): readonly MetClockField[] {
  return running.filter(({ clock }) => ids === undefined || ids.includes(clock));
}

/** Clock fields of an event; nothing is written where nothing starts or ends. */
export function clockNews(
  clocks: readonly StartedClockField[],
  clocksMet: readonly MetClockField[] = [],
): { clocks?: readonly StartedClockField[]; clocksMet?: readonly MetClockField[] } {
  return { ...(clocks.length > 0 ? { clocks } : {}), ...(clocksMet.length > 0 ? { clocksMet } : {}) };
}

import type { MetClockField, StartedClockField } from '@jiandu/contracts';
import type { ClockState, Verification } from './state.ts';

interface ClockRef {
  readonly clock: string;
  readonly subject: string;
}

const same = (a: ClockRef, b: ClockRef) => a.clock === b.clock && a.subject === b.subject;

/** Clocks after an event that ended and started some; `report` names the report that ended them, if one did. */
export function changeClocks(
  clocks: readonly ClockState[],
  news: {
    readonly clocks?: readonly StartedClockField[] | undefined;
    readonly clocksMet?: readonly MetClockField[] | undefined;
  },
  report?: string,
): readonly ClockState[] {
  const { clocks: fresh = [], clocksMet: met = [] } = news;
  if (fresh.length === 0 && met.length === 0) return clocks;
  const left = clocks.flatMap<ClockState>((each) => {
    if (fresh.some((one) => same(one, each.started))) return [];
    if (!met.some((one) => same(one, each.started))) return [each];
    return report === undefined ? [] : [{ ...each, endedByReport: report }];
  });
  return [...left, ...fresh.map((started) => ({ started }))];
}

/** The running clock of this name and subject. */
export function runningClock(clocks: readonly ClockState[], ref: ClockRef): StartedClockField | undefined {
  return clocks.find((each) => each.endedByReport === undefined && same(each.started, ref))?.started;
}

/** Which of these clocks run, as an event names clocks it ends; nothing when none does. */
export function endOf(
  clocks: readonly ClockState[],
  refs: readonly ClockRef[],
): { clocksMet?: readonly MetClockField[] } {
  const met = refs.filter((ref) => runningClock(clocks, ref) !== undefined);
  return met.length === 0 ? {} : { clocksMet: met.map(({ clock, subject }) => ({ clock, subject })) };
}

/** The clock of an issue's oral correction, where it has one. */
export function oralClock({ issues }: Verification, issue: string): readonly ClockRef[] {
  const oral = issues[issue]?.oral;
  return oral === undefined ? [] : [{ clock: oral.clock, subject: issue }];
}

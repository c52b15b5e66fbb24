import { type Clocked, type ClockToStart, startsOf } from '@jiandu/catalogue';
import type { MetClockField, StartedClockField } from '@jiandu/contracts';
import type { Directory } from '@jiandu/eventing';

/** What decides which rule runs and until when; of a lead the type may not be settled. */
export interface ClockGround extends Clocked, Omit<ClockToStart, 'clock' | 'variant'> {}

/** Starts the clocks of these ids that run for such a lead or matter. */
export function startClocks(
  ids: readonly string[],
  { type, function: name, ...facts }: ClockGround,
  { calendarVersion }: Directory,
): readonly StartedClockField[] {
  const wanted = ids.map((clock) => ({ clock, ...facts }));
  return startsOf({ type, function: name }, calendarVersion, wanted);
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

import { dateOfDayNumber, dayNumber, type LocalDate } from './local-date.ts';

/** Days that do not count: from `from` to the day before `to`. */
export interface Interval {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The same days as intervals that neither overlap nor touch, in order. Empty intervals vanish. */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const spans = intervals
    .map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged.map(({ from, to }) => ({ from: dateOfDayNumber(from), to: dateOfDayNumber(to) }));
}

/** Whether a day, given by its number, lies in one of the intervals. */
export function daysCovered(intervals: readonly Interval[]): (day: number) => boolean {
  const spans = intervals.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  return (day) => spans.some(({ from, to }) => from <= day && day < to);
}

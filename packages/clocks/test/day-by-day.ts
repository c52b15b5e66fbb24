import type { Calendar, ClockFacts, ClockRule, Length, LocalDate } from '@jiandu/clocks';
import { epochDayOf, isoOf } from './arbitraries.ts';

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

const FIRST = epochDayOf('2022-12-01');

/** Every day from December 2022 on for sixteen years. */
const LISTED = Array.from({ length: 5844 }, (_, i) => isoOf(FIRST + i));

/** Months by the host's own calendar arithmetic. */
function monthsLater(date: LocalDate, months: number, lastDay: boolean): LocalDate {
  const from = new Date(`${date}T00:00:00Z`);
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate()];
  const last = lastOfMonth(year, month);
  const wasLast = day === lastOfMonth(from.getUTCFullYear(), from.getUTCMonth());
  const target = lastDay && wasLast ? last : Math.min(day, last);
  return new Date(Date.UTC(year, month, target)).toISOString().slice(0, 10);
}

/**
 * The due date found the slow way: list the days of the coming years one by one, strike out those that do not
 * count, tick off the period, then look for the first day that may be the last. Written apart from the code
 * under test and on the host's own dates.
 */
export function bruteForceDue(rule: ClockRule, facts: ClockFacts, calendar: Calendar): LocalDate {
  const lengths = [rule.length, ...(facts.extensions ?? []).map(({ length }) => length)];
  const total = (unit: Length['unit']) =>
    lengths.reduce((sum, { n, unit: own }) => (own === unit ? sum + n : sum), 0);
  const pauses = [...(facts.exclusions ?? []), ...(facts.suspensions ?? [])];
  const struck = (date: LocalDate) => pauses.some(({ from, to }) => from <= date && date < to);

  const monthEnd = monthsLater(facts.start, total('month'), rule.monthEnd === 'last-day');
  const first = epochDayOf(facts.start) + 1 - FIRST;
  const days = LISTED.slice(first, first + 1800).filter((date) => !struck(date));

  const plain = epochDayOf(monthEnd) - epochDayOf(facts.start) + total('day');
  const afterPlain = days.slice(plain);
  const wanted = total('workday');
  const worked = wanted && afterPlain.filter((date) => calendar.isWorkingDay(date))[wanted - 1];
  const end = worked || days[plain - 1];
  if (end === undefined) throw new Error('the period ends beyond the listed days');

  const stays = rule.rolls === 'never' || (rule.rolls === 'unless-custody' && facts.custody === true);
  if (stays || calendar.isWorkingDay(end)) return end;
  const next = days.find((date) => date > end && calendar.isWorkingDay(date));
  if (next === undefined) throw new Error('no working day among the listed days');
  return next;
}

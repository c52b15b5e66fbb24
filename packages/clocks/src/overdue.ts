import { addDays, daysBetween, type LocalDate } from './local-date.ts';

/** True from the day after the due date on: the due date itself is still in time. */
export function isOverdue(due: LocalDate, today: LocalDate): boolean {
  return daysBetween(due, today) > 0;
}

/** The day on which a clock is overdue for the first time. */
export function firstOverdueDay(due: LocalDate): LocalDate {
  return addDays(due, 1);
}

/** Calendar days by which `until` lies past the due date; 0 in time. Due 05-06, answered 05-19: 13 days. */
export function overdueDays(due: LocalDate, until: LocalDate): number {
  return Math.max(0, daysBetween(due, until));
}

/** The days on which people are reminded: 7, 3 and 1 days before the due date. */
export function warningDays(due: LocalDate): readonly LocalDate[] {
  return [addDays(due, -7), addDays(due, -3), addDays(due, -1)];
}

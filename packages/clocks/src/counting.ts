import type { Calendar } from './calendar.ts';
import { dateOfDayNumber } from './local-date.ts';

/** Where a count ended and what it passed over on the way. */
export interface Counted {
  /** Day number of the last day. */
  readonly day: number;
  /** Days passed over because they are excluded or suspended. */
  readonly paused: number;
  /** Days passed over because nobody works on them (only when working days are counted). */
  readonly rest: number;
}

/** Asks a calendar about day numbers and remembers whether an answer was provisional. */
export class WorkingDays {
  #calendar: Calendar;
  #provisional = false;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  /** Whether people work on this day. */
  on(day: number): boolean {
    const date = dateOfDayNumber(day);
    if (this.#calendar.isProvisional(date)) this.#provisional = true;
    return this.#calendar.isWorkingDay(date);
  }

  /** True once an answer rested on a year that is not published. */
  get provisional(): boolean {
    return this.#provisional;
  }
}

/** Steps from day to day, starting beside `from`, until `n` days that count have been passed. */
export function countDays(
  from: number,
  n: number,
  step: 1 | -1,
  isPaused: (day: number) => boolean,
  isWorking: (day: number) => boolean = () => true,
): Counted {
  let [day, left, paused, rest] = [from, n, 0, 0];
  while (left > 0) {
    day += step;
    if (isPaused(day)) paused += 1;
    else if (isWorking(day)) left -= 1;
    else rest += 1;
  }
  return { day, paused, rest };
}

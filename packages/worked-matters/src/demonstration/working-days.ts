import { latestCalendar } from '@jiandu/catalogue';
import { addDays, type LocalDate, weekday } from '@jiandu/clocks';

/** Monday to Friday, and no holiday: offices act then, swap days left aside. */
export function isOfficeDay(date: LocalDate): boolean {
  const day = weekday(date);
  return day >= 1 && day <= 5 && latestCalendar.isWorkingDay(date);
}

/** The office day that lies `days` office days before a date. */
export function officeDayBefore(date: LocalDate, days: number): LocalDate {
  let [found, left] = [date, days];
  while (left > 0) {
    found = addDays(found, -1);
    if (isOfficeDay(found)) left -= 1;
  }
  return found;
}

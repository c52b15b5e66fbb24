import { calendar, deadlineRule } from '@jiandu/catalogue';
import { startClock } from '@jiandu/clocks';
import type { StartedClockField } from '@jiandu/contracts';
import type { Directory, LocalDate } from '@jiandu/eventing';

/** Ten days to answer a flow-monitoring notice (S2 §665). */
export const NOTICE_CLOCK = 'DL-47';

/** The clock of one notice; an installation whose directory names an unknown calendar is set up wrongly. */
export function noticeClock(flow: string, issuedOn: LocalDate, directory: Directory): StartedClockField {
  const days = calendar(directory.calendarVersion);
  if (days === undefined) throw new RangeError(`no such calendar: ${directory.calendarVersion}`);
  return startClock(deadlineRule(NOTICE_CLOCK), flow, { start: issuedOn }, days);
}

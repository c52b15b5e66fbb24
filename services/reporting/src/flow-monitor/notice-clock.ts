import { startsOf } from '@jiandu/catalogue';
import type { StartedClockField } from '@jiandu/contracts';
import type { Directory, LocalDate } from '@jiandu/eventing';

/** Ten days to answer a flow-monitoring notice (S2 §665), in matters of every type. */
export const NOTICE_CLOCK = 'DL-47';

/** The clock of one notice. */
export function noticeClock(
  flow: string,
  issuedOn: LocalDate,
  { calendarVersion }: Directory,
): readonly StartedClockField[] {
  return startsOf({}, calendarVersion, [{ clock: NOTICE_CLOCK, subject: flow, start: issuedOn }]);
}

import { calendar, deadlineRule, runsFor } from '@jiandu/catalogue';
import {
  type Branch,
  type Calendar,
  type ClockFacts,
  type ClockRefusal,
  fixDueDate,
  isClockRefusal,
  type LocalDate,
  startClock,
  type TypeScope,
} from '@jiandu/clocks';
import type { MatterProfile, StartedClockField } from '@jiandu/contracts';
import type { Directory, Refusal } from '@jiandu/eventing';

/** Clock of the verification, from the decision to verify (S3 §15). */
const VERIFICATION = 'DL-24';

/** The calendar in force; an installation whose directory names an unknown one is set up wrongly. */
export function calendarInForce(directory: Directory): Calendar {
  const found = calendar(directory.calendarVersion);
  if (found === undefined) throw new RangeError(`no such calendar: ${directory.calendarVersion}`);
  return found;
}

/** A refusal of the clock engine as one of this service, with the engine's own sentence. */
export function refusedByClock({ refused, zh, en }: ClockRefusal, field?: string): Refusal {
  return { refused: true, code: refused, params: { zh, en }, ...(field === undefined ? {} : { field }) };
}

function scopeOf({ type, function: name }: MatterProfile): TypeScope {
  const branches: Readonly<Record<string, Branch>> = {
    criminal: 'criminal',
    civil: 'civil',
    administrative: 'administrative',
  };
  const branch = branches[name];
  return branch === undefined ? { type } : { type, branch };
}

/** The clocks that begin with the verification of a matter filed on a day; most types have none here. */
export function clocksOfOpening(
  profile: MatterProfile,
  matter: string,
  filedOn: LocalDate,
  directory: Directory,
): readonly StartedClockField[] {
  const rule = deadlineRule(VERIFICATION);
  if (!runsFor(rule, scopeOf(profile))) return [];
  const facts: ClockFacts = { start: filedOn, custody: profile.custody };
  return [startClock(rule, matter, facts, calendarInForce(directory))];
}

interface OralCorrection {
  readonly clock: string;
  readonly subject: string;
  readonly givenOn: LocalDate;
  readonly by?: LocalDate | undefined;
}

/** The clock an oral correction starts (S2 §624: places of detention). `by` is a shorter date fixed on the spot. */
export function clockOfOralCorrection(
  profile: MatterProfile,
  { clock, subject, givenOn, by }: OralCorrection,
  directory: Directory,
): StartedClockField | Refusal {
  const rule = deadlineRule(clock);
  const working = calendarInForce(directory);
  const facts: ClockFacts = { start: givenOn, custody: profile.custody };
  const fixed = by === undefined ? facts : fixDueDate(rule, facts, { fixedDate: by }, working);
  if (isClockRefusal(fixed)) return refusedByClock(fixed, 'issues');
  return startClock(rule, subject, fixed, working);
}

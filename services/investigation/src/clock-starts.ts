import { startNamed, startsOf } from '@jiandu/catalogue';
import { type ClockRefusal, isClockRefusal, type LocalDate } from '@jiandu/clocks';
import type { MatterProfile, StartedClockField } from '@jiandu/contracts';
import type { Directory, Refusal } from '@jiandu/eventing';

/** Clock of the verification, from the decision to verify (S3 §15). */
const VERIFICATION = 'DL-24';

/** A refusal of the clock engine as one of this service, with the engine's own sentence. */
export function refusedByClock({ refused, zh, en }: ClockRefusal, field?: string): Refusal {
  return { refused: true, code: refused, params: { zh, en }, ...(field === undefined ? {} : { field }) };
}

/** The clocks that begin with the verification of a matter filed on a day; most types have none here. */
export function clocksOfOpening(
  profile: MatterProfile,
  matter: string,
  filedOn: LocalDate,
  { calendarVersion }: Directory,
): readonly StartedClockField[] {
  const { custody } = profile;
  return startsOf(profile, calendarVersion, [
    { clock: VERIFICATION, subject: matter, start: filedOn, custody },
  ]);
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
  { calendarVersion }: Directory,
): StartedClockField | Refusal {
  const wanted = { clock, subject, start: givenOn, custody: profile.custody };
  const fixed = by === undefined ? undefined : { fixedDate: by };
  const started = startNamed(profile, calendarVersion, wanted, fixed);
  return isClockRefusal(started) ? refusedByClock(started, 'issues') : started;
}

import { type ClockToStart, startNamed, startsOf } from '@jiandu/catalogue';
import { type Fixed, isClockRefusal } from '@jiandu/clocks';
import type { StartedClockField } from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import type { Disposal } from './disposal/state.ts';
import { refuse } from './refusals.ts';
import { clockTitle } from './type-rules.ts';

/** The last day or the time written in an instrument or letter. */
export interface WrittenTime {
  readonly replyBy?: string | undefined;
  readonly replyWithin?: { readonly n: number; readonly unit: 'day' | 'workday' | 'month' } | undefined;
}

/** Records of the starts of those of these clocks that run for such matters. */
export function clocksStarted(
  { profile }: Disposal,
  { directory }: Context,
  wanted: readonly ClockToStart[],
): readonly StartedClockField[] {
  const { custody } = profile;
  return startsOf(
    profile,
    directory.calendarVersion,
    wanted.map((each) => ({ ...each, custody })),
  );
}

/**
 * The record of a clock that the type's own data or the law gives the body to answer. A day or length written
 * in the paper wins over the rule where the rule lets it (DOMAIN §2.12 (7)); otherwise a refusal.
 */
export function answerClockStarted(
  { profile }: Disposal,
  { directory }: Context,
  wanted: ClockToStart,
  { replyBy, replyWithin }: WrittenTime,
): StartedClockField | Refusal {
  const written: Fixed | undefined =
    replyBy === undefined ? replyWithin && { fixedLength: replyWithin } : { fixedDate: replyBy };
  const held = { ...wanted, custody: profile.custody };
  const started = startNamed(profile, directory.calendarVersion, held, written);
  if (!isClockRefusal(started)) return started;
  const kind = clockTitle(wanted.clock);
  if (started.refused === 'clock.fixed-not-allowed') return refuse('reply-date.fixed-by-law', { kind });
  if (started.refused === 'clock.fixed-not-shorter') return refuse('reply-date.only-shorter', { kind });
  return refuse('reply-date.not-after-service', { field: 'replyBy' });
}

import type { LocalDate, Step, WorkedMatter } from '../script.ts';
import type { Office } from './offices.ts';
import { officeDayBefore } from './working-days.ts';

/** One act of a story: a step without its day. */
export interface Act extends Omit<Step, 'on'> {
  /** Office days since the act before; 0 for the same day. */
  readonly after: number;
}

/** A matter of the demonstration as far as it has come. */
export interface Story {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly office: Office;
  /** Status it is left at, by the codes of DOMAIN §3.2. */
  readonly status: string;
  /** Office days from its last act to today, at least 1. */
  readonly restsFor: number;
  readonly acts: readonly Act[];
}

/** The story as a script whose last act lies `restsFor` office days before today. */
export function scriptOf(
  { id, title, office, status, restsFor, acts }: Story,
  today: LocalDate,
): WorkedMatter {
  const steps = acts.map(({ after: _after, ...step }, place) => {
    const still = acts.slice(place + 1).reduce((sum, { after }) => sum + after, restsFor);
    return { ...step, on: officeDayBefore(today, still) };
  });
  return {
    id,
    title,
    example: false,
    reader: office.chief,
    steps,
    outcome: { zh: `停在${title.zh}`, en: title.en, page: { status } },
  };
}

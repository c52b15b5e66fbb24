import type { DisposalOpened, MetClockField, ReplacedClockField } from '@jiandu/contracts';
import type { DisposalFact } from './facts.ts';
import type { Disposal, OpenClock } from './state.ts';

type OpeningData = DisposalOpened['data'];

const is = (clocks: readonly string[], subjects: readonly string[]) => (open: OpenClock) =>
  clocks.includes(open.clock) && subjects.includes(open.subject);

/** Those of these clocks that run on these subjects: they are met by what happened. */
export function met(
  disposal: Disposal,
  clocks: readonly string[],
  subjects: readonly string[],
): readonly MetClockField[] {
  return disposal.openClocks.filter(is(clocks, subjects)).map(({ clock, subject }) => ({ clock, subject }));
}

/** Those of these clocks that run on these subjects: what happened makes them pointless. */
export function overtaken(
  disposal: Disposal,
  clocks: readonly string[],
  subjects: readonly string[],
  by: string,
): readonly ReplacedClockField[] {
  return disposal.openClocks
    .filter(is(clocks, subjects))
    .map(({ clock, subject }) => ({ clock, subject, by }));
}

/** Every clock that runs on these subjects, but these: the matter or instrument is no more. */
export function allOvertaken(
  disposal: Disposal,
  concerned: (open: OpenClock) => boolean,
  by: string,
): readonly ReplacedClockField[] {
  return disposal.openClocks.filter(concerned).map(({ clock, subject }) => ({ clock, subject, by }));
}

/** The clocks still open after a fact. */
export function openAfter(disposal: Disposal, { data }: DisposalFact): readonly OpenClock[] {
  // Not every event carries the fields; those that do carry them in the same form.
  const news = data as Partial<Pick<OpeningData, 'clocks' | 'clocksMet' | 'clocksReplaced'>>;
  const { clocks = [], clocksMet = [], clocksReplaced = [] } = news;
  if (clocks.length + clocksMet.length + clocksReplaced.length === 0) return disposal.openClocks;
  const gone = [...clocksMet, ...clocksReplaced, ...clocks];
  const kept = disposal.openClocks.filter(
    (open) => !gone.some((each) => each.clock === open.clock && each.subject === open.subject),
  );
  return [...kept, ...clocks.map(({ clock, subject, due }) => ({ clock, subject, due }))];
}

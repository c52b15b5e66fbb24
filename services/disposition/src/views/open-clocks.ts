import {
  type ClockNews,
  type FoldedClock,
  firstOverdueDay,
  foldClocks,
  isOpen,
  warningDays,
} from '@jiandu/clocks';
import type { DeadlineMissed, DeadlineWarned } from '@jiandu/contracts';
import { type Doc, defineView, type Envelope, fold } from '@jiandu/eventing';

const DAYS_LEFT = [7, 3, 1] as const;

/** Every run of one clock on one thing, and what the watch still has to say of it. */
export interface OpenClockDoc extends Doc {
  /** Matter number, or lead id before there is one. */
  readonly key: string;
  readonly unit: string;
  readonly secrecy: string;
  readonly clock: string;
  readonly subject: string;
  readonly rounds: readonly FoldedClock[];
  /** `warned 2025-05-06 7`, `missed 2025-05-06`. */
  readonly said: readonly string[];
  readonly open: boolean;
  /** Earliest last day still awaited. */
  readonly due: string | null;
  /** Day of the first warning not given yet. */
  readonly nextWarn: string | null;
  /** First overdue day of the first miss not recorded yet. */
  readonly missOn: string | null;
}

/** Leads and matters are known by their own ids everywhere; `D-1` only inside its matter. */
function docId(key: string, clock: string, subject: string): string {
  return /^(L-|[A-Z]{3}-\d{6}-)/.test(subject) ? `${clock}/${subject}` : `${key}/${clock}/${subject}`;
}

/** Something the watch has to say: which run of the clock, on which day. */
export interface Pending {
  readonly round: FoldedClock;
  readonly on: string;
  readonly daysLeft?: number;
}

/**
 * Warnings still to be given: 7, 3 and 1 days before the end of a clock that still runs, where it began before that day.
 */
export function warningsPending({ rounds, said }: Pick<OpenClockDoc, 'rounds' | 'said'>): readonly Pending[] {
  return rounds
    .filter((round) => round.status === 'running' && !said.includes(`missed ${round.due}`))
    .flatMap((round) =>
      warningDays(round.due).flatMap((on, place) => {
        const daysLeft = DAYS_LEFT[place] ?? 0;
        const due = round.start < on && !said.includes(`warned ${round.due} ${daysLeft}`);
        return due ? [{ round, on, daysLeft }] : [];
      }),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Misses still to be recorded: of clocks that run, and of those that were answered late while nobody watched. */
export function missesPending({ rounds, said }: Pick<OpenClockDoc, 'rounds' | 'said'>): readonly Pending[] {
  return rounds
    .filter((round) => isOpen(round) || (round.status === 'met' && (round.daysLate ?? 0) > 0))
    .filter((round) => !said.includes(`missed ${round.due}`))
    .map((round) => ({ round, on: firstOverdueDay(round.due) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

function withPending(doc: Omit<OpenClockDoc, 'open' | 'due' | 'nextWarn' | 'missOn'>): OpenClockDoc {
  const open = doc.rounds.filter(isOpen);
  const due = open.map((round) => round.due).sort()[0] ?? null;
  return {
    ...doc,
    open: open.length > 0,
    due,
    nextWarn: warningsPending(doc)[0]?.on ?? null,
    missOn: missesPending(doc)[0]?.on ?? null,
  };
}

const concerned = ({ data, metadata }: Envelope<ClockNews>) =>
  [...(data.clocksMet ?? []), ...(data.clocksReplaced ?? []), ...(data.clocks ?? [])].map(
    ({ clock, subject }) => docId(metadata.key, clock, subject),
  );

const clockNews = fold<OpenClockDoc, ClockNews>(concerned, (doc, { data, metadata, type }, id) => {
  const { key, unit, secrecy, occurredOn } = metadata;
  const own = <R extends { clock: string; subject: string }>(refs: readonly R[] | undefined) =>
    refs?.filter(({ clock, subject }) => docId(key, clock, subject) === id);
  const clocks = own(data.clocks);
  const news = {
    clocks,
    clocksMet: own(data.clocksMet),
    clocksReplaced: own(data.clocksReplaced),
  };
  const [first] = clocks ?? [];
  if (doc === undefined && first === undefined) return undefined;
  const rounds = foldClocks(doc?.rounds ?? [], { type, data: news, occurredOn });
  if (doc !== undefined) return withPending({ ...doc, rounds });
  const { clock, subject } = first ?? { clock: '', subject: '' };
  return withPending({ id, key, unit, secrecy, clock, subject, rounds, said: [] });
});

function saidBy<D extends { key: string; clock: string; subject: string }>(words: (data: D) => string) {
  return fold<OpenClockDoc, D>(
    ({ data: { key, clock, subject } }) => docId(key, clock, subject),
    (doc, { data }) => doc && withPending({ ...doc, said: [...doc.said, words(data)] }),
  );
}

/** What time is running in the whole house, for the watch over deadlines. */
export const openClocks = defineView<OpenClockDoc>({
  name: 'openClocks',
  title: { zh: '运行中的期限', en: 'Open clocks' },
  version: 1,
  from: ['intake', 'investigation', 'disposition', 'assessment', 'reporting'],
  fields: ['key', 'unit', 'clock', 'subject', 'open', 'due', 'nextWarn', 'missOn'],
  folds: {
    DeadlineWarned: saidBy<DeadlineWarned['data']>(({ due, daysLeft }) => `warned ${due} ${daysLeft}`),
    DeadlineMissed: saidBy<DeadlineMissed['data']>(({ due }) => `missed ${due}`),
    '*': clockNews,
  },
});

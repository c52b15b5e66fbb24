import { type ClockNews, type ClockRef, type FoldedClock, foldClocks, isOpen } from '@jiandu/clocks';
import {
  type Doc,
  defineView,
  type Envelope,
  type Fold,
  idOf,
  type LocalDate,
  type StreamId,
} from '@jiandu/eventing';
import { isDeadlineEvent, isLeadId, MATTER_SERVICES } from '../../matter-events.ts';
import { clockEventOf } from '../clock-event.ts';

/** One clock of one thing, with its earlier rounds. */
export interface DeadlineDoc extends Doc {
  readonly unit: string;
  readonly secrecy: string;
  /** Matter number, or the lead's id where the clock is a lead's. */
  readonly key: string;
  /** Type of the matter; null for a lead's clock. */
  readonly type: string | null;
  readonly clock: string;
  readonly subject: string;
  readonly due: LocalDate;
  readonly status: FoldedClock['status'];
  readonly open: boolean;
  /** The newest round last. */
  readonly rounds: readonly FoldedClock[];
  readonly warnedOn?: LocalDate | undefined;
  /** Streams of the timers that spoke of this clock. */
  readonly timers: readonly StreamId[];
}

/** Leads and matters are named the same everywhere; `D-1` or `I-4` mean something only inside their matter. */
function ownerOf(event: Envelope, subject: string): string {
  if (isLeadId(subject) || /^[A-Z]{3}-\d/.test(subject)) return subject;
  return isDeadlineEvent(event) ? String(event.data['key']) : idOf(event.stream);
}

function docId(event: Envelope, { clock, subject }: ClockRef): string {
  return `${ownerOf(event, subject)}/${subject}/${clock}`;
}

function refsOf(event: Envelope): readonly ClockRef[] {
  if (isDeadlineEvent(event)) return [event.data as unknown as ClockRef];
  const { clocks, clocksMet, clocksReplaced } = event.data as ClockNews;
  if (clocks === undefined && clocksMet === undefined && clocksReplaced === undefined) return [];
  return [...(clocks ?? []), ...(clocksMet ?? []), ...(clocksReplaced ?? [])];
}

function only(news: ClockNews, isMine: (ref: ClockRef) => boolean): ClockNews {
  return {
    clocks: news.clocks?.filter(isMine),
    clocksMet: news.clocksMet?.filter(isMine),
    clocksReplaced: news.clocksReplaced?.filter(isMine),
    clocksMissed: news.clocksMissed?.filter(isMine),
  };
}

function shown(rounds: readonly FoldedClock[]): FoldedClock | undefined {
  return rounds.findLast(isOpen) ?? rounds.at(-1);
}

function withTimer(timers: readonly StreamId[], event: Envelope): readonly StreamId[] {
  return isDeadlineEvent(event) && !timers.includes(event.stream) ? [...timers, event.stream] : timers;
}

const clockFold: Fold<DeadlineDoc> = {
  ids: (event) => {
    const refs = refsOf(event);
    return refs.length === 0 ? [] : [...new Set(refs.map((ref) => docId(event, ref)))];
  },
  apply: (doc, event, id) => {
    const clockEvent = clockEventOf(event);
    const data = only(clockEvent.data, (ref) => docId(event, ref) === id);
    const rounds = foldClocks(doc?.rounds ?? [], { ...clockEvent, data });
    const last = shown(rounds);
    if (last === undefined) return doc;
    const key = ownerOf(event, last.subject);
    const starts = data.clocks !== undefined && data.clocks.length > 0;
    const { unit, secrecy } = event.metadata;
    return {
      id,
      unit: starts || doc === undefined ? unit : doc.unit,
      secrecy: starts || doc === undefined ? secrecy : doc.secrecy,
      key,
      type: isLeadId(key) ? null : key.slice(0, 3),
      clock: last.clock,
      subject: last.subject,
      due: last.due,
      status: last.status,
      open: isOpen(last),
      rounds,
      timers: withTimer(doc?.timers ?? [], event),
      warnedOn: event.type === 'DeadlineWarned' ? event.metadata.occurredOn : doc?.warnedOn,
    };
  },
};

/** One document a clock: of leads, matters, instruments, issues and notices of every unit. */
export const deadlineBoard = defineView<DeadlineDoc>({
  name: 'deadlineBoard',
  title: { zh: '期限看板', en: 'Deadline board' },
  version: 1,
  from: MATTER_SERVICES,
  fields: ['unit', 'secrecy', 'key', 'type', 'clock', 'subject', 'due', 'status', 'open'],
  folds: { '*': clockFold },
});

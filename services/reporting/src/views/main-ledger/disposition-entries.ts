import { daysBetween, overdueDays } from '@jiandu/clocks';
import type {
  DecisionMade,
  DossierArchived,
  EscalatedToSuperior,
  InstrumentIssued,
  InstrumentServed,
  MatterConcluded,
  MatterTerminated,
  OpinionRevoked,
  QualityGraded,
  RectificationVerified,
  ReExaminationDecided,
  ReExaminationRequested,
  ReplyAssessed,
  ReplyReceived,
  SelfChecked,
} from '@jiandu/contracts';
import { type Entry, entry } from './entry.ts';
import type { LedgerInstrument, LedgerRow } from './row.ts';

function instrumentsChanged(
  { instruments }: LedgerRow,
  wanted: readonly string[],
  change: (before: LedgerInstrument) => Partial<LedgerInstrument>,
): Partial<LedgerRow> {
  return {
    instruments: instruments.map((each) =>
      wanted.includes(each.instrument) ? { ...each, ...change(each) } : each,
    ),
  };
}

/** The first answer counts; what comes after it does not make it earlier or later. */
function answered(on: string) {
  return ({ answeredOn, replyDue }: LedgerInstrument): Partial<LedgerInstrument> =>
    answeredOn === undefined
      ? { answeredOn: on, daysLate: replyDue === undefined ? undefined : overdueDays(replyDue, on) }
      : {};
}

/** What the events of disposition and assessment write into the ledger. */
export const dispositionEntries: Readonly<Record<string, Entry>> = {
  JointConferenceHeld: entry(() => ({})),
  DecisionMade: entry<DecisionMade['data']>((_row, { body, decidedOn }) => ({ decidedBy: body, decidedOn })),
  InstrumentIssued: entry<InstrumentIssued['data']>((row, data) => ({
    instruments: [
      ...row.instruments,
      {
        instrument: data.instrument,
        kind: data.kind,
        title: data.title,
        printedNumber: data.printedNumber,
        replyClock: data.replyClock?.clock,
      },
    ],
  })),
  InstrumentServed: entry<InstrumentServed['data']>((row, { instrument, servedOn, clocks }) =>
    instrumentsChanged(row, [instrument], ({ replyClock }) => ({
      servedOn,
      replyDue: clocks?.find((each) => each.clock === replyClock && each.subject === instrument)?.due,
    })),
  ),
  ReplyReceived: entry<ReplyReceived['data']>((row, { instruments, receivedOn }) =>
    instrumentsChanged(row, instruments, answered(receivedOn)),
  ),
  ReplyOverdue: entry(() => ({})),
  ReplyUrged: entry(() => ({})),
  ReplyAssessed: entry<ReplyAssessed['data']>((row, { instruments, adoption }) =>
    instrumentsChanged(row, instruments, () => ({ adoption })),
  ),
  ReExaminationRequested: entry<ReExaminationRequested['data']>((row, { instrument, receivedOn }) =>
    instrumentsChanged(row, [instrument], answered(receivedOn)),
  ),
  ReExaminationDecided: entry<ReExaminationDecided['data']>((row, { instrument, outcome }) =>
    instrumentsChanged(row, [instrument], () => ({ remedy: outcome })),
  ),
  OpinionRevoked: entry<OpinionRevoked['data']>((row, { instrument }) =>
    instrumentsChanged(row, [instrument], () => ({ remedy: 'revoked' })),
  ),
  EscalatedToSuperior: entry<EscalatedToSuperior['data']>((_row, { superior }) => ({
    escalatedTo: superior,
  })),
  FollowUpActed: entry(() => ({})),
  RectificationVerified: entry<RectificationVerified['data']>((_row, { verifiedOn }) => ({
    rectifiedOn: verifiedOn,
  })),
  MatterConcluded: entry<MatterConcluded['data']>((row, { result, effect, concludedOn }) => ({
    result,
    concludedOn,
    effectPersons: effect.persons ?? null,
    effectAmount: effect.amount ?? null,
    effectRules: effect.rules ?? null,
    handlingDays:
      row.acceptedOn === null ? null : daysBetween(row.acceptedOn, concludedOn) - row.excludedDays,
  })),
  MatterTerminated: entry<MatterTerminated['data']>((_row, { ground }) => ({ result: ground })),
  SelfChecked: entry<SelfChecked['data']>((_row, { scheme, proposedGrade }) => ({
    gradeScheme: scheme,
    selfCheck: proposedGrade,
  })),
  QualityGraded: entry<QualityGraded['data']>((_row, { scheme, grade }) => ({ gradeScheme: scheme, grade })),
  DossierChecked: entry(() => ({})),
  DossierArchived: entry<DossierArchived['data']>((_row, { archivedOn, retention }) => ({
    archivedOn,
    retention,
  })),
};

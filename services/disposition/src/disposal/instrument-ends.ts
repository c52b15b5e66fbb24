import type { InstrumentKind } from '@jiandu/catalogue';
import { URGED } from '../type-rules.ts';
import type { Adoption, AssessmentRecord, Disposal, InstrumentRecord, ReplyRecord } from './state.ts';

/** Judgements by which the opinion is taken up, or reasons against it are accepted. */
const ACCEPTED: readonly Adoption[] = ['full', 'partial', 'refused_with_reason'];
const REFUSED: readonly Adoption[] = ['refused', 'none'];

/** The last answer of substance to an instrument. */
export function lastReply({ replies }: Disposal, instrument: InstrumentRecord): ReplyRecord | undefined {
  const last = instrument.replies.at(-1);
  return last === undefined ? undefined : replies.get(last);
}

/** The judgement of an answer as far as it concerns one instrument: the worst of its issues. */
export function adoptionOf(assessment: AssessmentRecord, { order }: InstrumentRecord): Adoption {
  const worstFirst: readonly Adoption[] = [
    'none',
    'refused',
    'perfunctory',
    'partial',
    'refused_with_reason',
    'full',
  ];
  const own = order.issues.flatMap((issue) => assessment.issues.get(issue) ?? []);
  return worstFirst.find((each) => own.includes(each)) ?? assessment.adoption;
}

/** The judgement of the last answer to an instrument, once it stands. */
export function judgedAs(disposal: Disposal, instrument: InstrumentRecord): Adoption | undefined {
  const assessment = lastReply(disposal, instrument)?.assessment;
  if (assessment === undefined || assessment.confirmation === 'waiting') return undefined;
  return adoptionOf(assessment, instrument);
}

/** Why the body must be urged, when it must (S2 §553; S3 §24–25). */
export function groundForUrging(
  disposal: Disposal,
  instrument: InstrumentRecord,
): 'overdue' | 'perfunctory' | 'partial' | 'refused' | undefined {
  if (instrument.overdueClock !== undefined) return 'overdue';
  const judged = judgedAs(disposal, instrument);
  if (judged === 'perfunctory' || judged === 'partial') return judged;
  return judged !== undefined && REFUSED.includes(judged) ? 'refused' : undefined;
}

/** Why the matter must go up to the superior unit, when it must (S2 §553–554). */
export function groundForEscalation(
  disposal: Disposal,
  instrument: InstrumentRecord,
): 'no_reply' | 'refused' | 're_examination_upheld' | undefined {
  if (instrument.reExamination === 'upheld') return 're_examination_upheld';
  if (instrument.overdueClock === URGED) return 'no_reply';
  const judged = judgedAs(disposal, instrument);
  return judged !== undefined && REFUSED.includes(judged) ? 'refused' : undefined;
}

/** Whether the superior backed the opinion and told the body's own superior: the hardest means are spent. */
function toldUpwards({ escalations }: Disposal, { ref }: InstrumentRecord): boolean {
  return [...escalations.values()].some(
    ({ instruments, bodysSuperiorToldOn }) => instruments.includes(ref) && bodysSuperiorToldOn !== undefined,
  );
}

function issuesSettled({ issues }: Disposal, { order }: InstrumentRecord): boolean {
  return order.issues.length > 0 && order.issues.every((issue) => issues.get(issue)?.settled !== undefined);
}

/** Whether anything came back that ends the waiting: an answer, an escalation, a revocation (DOMAIN §10 (3)). */
export function answered(disposal: Disposal, instrument: InstrumentRecord): boolean {
  if (instrument.revokedOn !== undefined || instrument.issued?.replyClock === undefined) return true;
  const escalated = [...disposal.escalations.values()].some(({ instruments }) =>
    instruments.includes(instrument.ref),
  );
  return instrument.replies.length > 0 || instrument.reExamination !== undefined || escalated;
}

/** Whether the answer was judged in the way the catalogue wants for such an instrument, and found enough. */
export function judged(
  disposal: Disposal,
  instrument: InstrumentRecord,
  kind: InstrumentKind | undefined,
): boolean {
  if (instrument.revokedOn !== undefined) return true;
  if (instrument.reExamination === 'pending') return false;
  if (toldUpwards(disposal, instrument) && instrument.urgedOn === undefined) return true;
  const last = lastReply(disposal, instrument);
  switch (kind?.replyAssessment ?? 'required') {
    case 'none':
      return true;
    case 'in-report':
      return (
        instrument.issued?.replyClock === undefined ||
        last?.readByReport === true ||
        last?.assessment !== undefined
      );
    case 'by-document':
      return hasDecisionDocument(disposal, instrument);
    case 'by-issue':
      return issuesSettled(disposal, instrument) || accepted(disposal, instrument);
    case 'required':
      return accepted(disposal, instrument);
  }
}

function accepted(disposal: Disposal, instrument: InstrumentRecord): boolean {
  if (instrument.seenCorrected === true) return true;
  const adoption = judgedAs(disposal, instrument);
  return adoption !== undefined && ACCEPTED.includes(adoption) && instrument.urgedOn === undefined;
}

/** Whether the body sent its own decision, such as 立案决定书 (S2 §563). */
export function hasDecisionDocument({ replies }: Disposal, instrument: InstrumentRecord): boolean {
  return instrument.replies.some((ref) => replies.get(ref)?.kind === 'decision_document');
}

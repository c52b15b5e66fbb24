import type {
  EscalatedToSuperior,
  EscalationAccepted,
  ReExaminationDecided,
  ReExaminationRequested,
  ReplyAssessed,
  ReplyAssessmentConfirmed,
  ReplyOverdue,
  ReplyReceived,
  ReplyUrged,
  SuperiorReviewDecided,
  SupervisedSuperiorNotified,
} from '@jiandu/contracts';
import { changed, type Edit, edit } from './edit.ts';
import type { MatterPage, PageEscalation, PageInstrument } from './shape.ts';

function instrumentChanged(
  page: MatterPage,
  instrument: string,
  change: (before: PageInstrument) => Partial<PageInstrument>,
): Partial<MatterPage> {
  return { instruments: changed(page.instruments, 'instrument', [instrument], change) };
}

function escalationChanged(page: MatterPage, escalation: string, change: Partial<PageEscalation>) {
  return { escalations: changed(page.escalations, 'escalation', [escalation], () => change) };
}

/** What the events of replies, remedies and escalation say on the page. */
export const replyEdits: Readonly<Record<string, Edit>> = {
  ReplyReceived: edit<ReplyReceived['data']>((page, data) => ({
    replies: [
      ...page.replies,
      {
        reply: data.reply,
        instruments: data.instruments,
        kind: data.kind,
        from: data.from,
        receivedOn: data.receivedOn,
        content: data.content,
      },
    ],
  })),
  ReplyOverdue: edit<ReplyOverdue['data']>((page, { instrument, since }) =>
    instrumentChanged(page, instrument, () => ({ overdueSince: since })),
  ),
  ReplyUrged: edit<ReplyUrged['data']>((page, { instrument, urgedOn }) =>
    instrumentChanged(page, instrument, () => ({ urgedOn })),
  ),
  ReplyAssessed: edit<ReplyAssessed['data']>((page, { reply, adoption, assessedOn, confirmationNeeded }) => ({
    replies: changed(page.replies, 'reply', [reply], () => ({
      adoption,
      assessedOn,
      confirmed: !confirmationNeeded,
    })),
  })),
  ReplyAssessmentConfirmed: edit<ReplyAssessmentConfirmed['data']>((page, { reply, agreed }) => ({
    replies: changed(page.replies, 'reply', [reply], () => ({ confirmed: agreed })),
  })),
  ReExaminationRequested: edit<ReExaminationRequested['data']>((page, { instrument, remedy, receivedOn }) =>
    instrumentChanged(page, instrument, () => ({ reExamination: { remedy, requestedOn: receivedOn } })),
  ),
  ReExaminationDecided: edit<ReExaminationDecided['data']>((page, data) =>
    instrumentChanged(page, data.instrument, ({ reExamination }) =>
      reExamination === undefined
        ? {}
        : {
            reExamination: {
              ...reExamination,
              examiner: data.examiner,
              outcome: data.outcome,
              notifiedOn: data.notifiedOn,
            },
          },
    ),
  ),
  EscalatedToSuperior: edit<EscalatedToSuperior['data']>((page, data) => ({
    escalatedTo: data.superior,
    escalations: [
      ...page.escalations,
      {
        escalation: data.escalation,
        superior: data.superior,
        ground: data.ground,
        instruments: data.instruments,
        escalatedOn: data.escalatedOn,
      },
    ],
  })),
  EscalationAccepted: edit<EscalationAccepted['data']>((page, { escalation, acceptedOn, reviewer }) =>
    escalationChanged(page, escalation, { acceptedOn, reviewer }),
  ),
  SuperiorReviewDecided: edit<SuperiorReviewDecided['data']>((page, { escalation, outcome, decidedOn }) =>
    escalationChanged(page, escalation, { outcome, decidedOn }),
  ),
  SupervisedSuperiorNotified: edit<SupervisedSuperiorNotified['data']>(
    (page, { escalation, body, notifiedOn }) =>
      escalationChanged(page, escalation, { notified: { body, on: notifiedOn } }),
  ),
};

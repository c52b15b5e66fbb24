import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  bodyName,
  clockFields,
  clockId,
  code,
  escalationRef,
  instrumentRef,
  issueRef,
  listOf,
  localDate,
  longText,
  replyRef,
  shortText,
  staffMember,
  supervisedBody,
  unitCode,
} from '../fields.ts';

/** What became of the opinion in the body's answer (DOMAIN §2.1). */
export const adoption = z
  .enum(['full', 'partial', 'refused_with_reason', 'refused', 'perfunctory', 'none'])
  .meta({ description: '采纳情况 / Adoption' });

/** An answer of the body. One answer may speak to several instruments. */
export const replyReceived = defineEvent('ReplyReceived', {
  title: { zh: '收到回复', en: 'Reply received' },
  schema: z.strictObject({
    reply: replyRef,
    instruments: listOf(instrumentRef, 50),
    issues: listOf(issueRef, 200).optional(),
    from: supervisedBody,
    kind: z.enum(['explanation', 'decision_document', 'rectification', 'objection', 'progress']),
    receivedOn: localDate,
    enteredFrom: z.enum(['paper', 'exchange', 'account']),
    content: longText,
    documents: listOf(shortText, 100).optional(),
    ...clockFields,
  }),
});
export type ReplyReceived = FactOf<typeof replyReceived>;

/** The time to answer is over. Written once, on the first day after. */
export const replyOverdue = defineEvent('ReplyOverdue', {
  title: { zh: '逾期未回复', en: 'Reply overdue' },
  schema: z.strictObject({
    instrument: instrumentRef,
    clock: clockId,
    due: localDate,
    since: localDate,
    ...clockFields,
  }),
});
export type ReplyOverdue = FactOf<typeof replyOverdue>;

/** The body was urged in writing (S2 §553; S3 §24–25). */
export const replyUrged = defineEvent('ReplyUrged', {
  title: { zh: '督促回复', en: 'Reply urged' },
  schema: z.strictObject({
    instrument: instrumentRef,
    ground: z.enum(['overdue', 'perfunctory', 'partial', 'refused']),
    urgedOn: localDate,
    replyBy: localDate.optional(),
    content: longText.optional(),
    ...clockFields,
  }),
});
export type ReplyUrged = FactOf<typeof replyUrged>;

/** The handler judged the answer, issue by issue where there are several. */
export const replyAssessed = defineEvent('ReplyAssessed', {
  title: { zh: '评价回复', en: 'Reply assessed' },
  schema: z.strictObject({
    reply: replyRef,
    instruments: listOf(instrumentRef, 50),
    issues: listOf(z.strictObject({ issue: issueRef, adoption }), 200).optional(),
    adoption,
    shortcomings: listOf(code, 10).optional().meta({ description: 'S4 §82 情形 / Facts of S4 §82' }),
    opinion: longText,
    assessedOn: localDate,
    confirmationNeeded: z.boolean(),
    ...clockFields,
  }),
});
export type ReplyAssessed = FactOf<typeof replyAssessed>;

/** The department head agreed with the judgement, or sent it back. */
export const replyAssessmentConfirmed = defineEvent('ReplyAssessmentConfirmed', {
  title: { zh: '审核回复评价', en: 'Assessment of the reply confirmed' },
  schema: z.strictObject({
    reply: replyRef,
    agreed: z.boolean(),
    opinion: longText.optional(),
    ...clockFields,
  }),
});
export type ReplyAssessmentConfirmed = FactOf<typeof replyAssessmentConfirmed>;

/** The body asked to look at it again (S2 §554, §565). Counts as its answer. */
export const reExaminationRequested = defineEvent('ReExaminationRequested', {
  title: { zh: '申请复查', en: 'Re-examination requested' },
  schema: z.strictObject({
    instrument: instrumentRef,
    remedy: z.enum(['re_examination', 'reconsideration', 'superior_review']),
    by: supervisedBody,
    receivedOn: localDate,
    enteredFrom: z.enum(['paper', 'exchange', 'account']),
    content: longText,
    ...clockFields,
  }),
});
export type ReExaminationRequested = FactOf<typeof reExaminationRequested>;

/** Another prosecutor looked at it again and the chief decided (S2 §554). */
export const reExaminationDecided = defineEvent('ReExaminationDecided', {
  title: { zh: '复查决定', en: 'Re-examination decided' },
  schema: z.strictObject({
    instrument: instrumentRef,
    examiner: staffMember,
    outcome: z.enum(['upheld', 'amended', 'revoked']),
    opinion: longText,
    notifiedOn: localDate,
    ...clockFields,
  }),
});
export type ReExaminationDecided = FactOf<typeof reExaminationDecided>;

/** The matter's question went up (S2 §553–554; S3 §25). */
export const escalatedToSuperior = defineEvent('EscalatedToSuperior', {
  title: { zh: '报告上一级院', en: 'Escalated to the superior' },
  schema: z.strictObject({
    escalation: escalationRef,
    superior: unitCode,
    instruments: listOf(instrumentRef, 50),
    ground: z.enum(['no_reply', 'refused', 're_examination_upheld', 'filing_refused']),
    opinion: longText,
    escalatedOn: localDate,
    ...clockFields,
  }),
});
export type EscalatedToSuperior = FactOf<typeof escalatedToSuperior>;

/** The superior unit took it in and named who looks at it. */
export const escalationAccepted = defineEvent('EscalationAccepted', {
  title: { zh: '上级院登记', en: 'Escalation accepted' },
  schema: z.strictObject({
    escalation: escalationRef,
    reviewer: staffMember.optional(),
    line: code.optional(),
    acceptedOn: localDate,
  }),
});
export type EscalationAccepted = FactOf<typeof escalationAccepted>;

/** The superior unit judged the opinion of the lower one. */
export const superiorReviewDecided = defineEvent('SuperiorReviewDecided', {
  title: { zh: '上级院审查', en: 'Superior review decided' },
  schema: z.strictObject({
    escalation: escalationRef,
    outcome: z.enum(['correct', 'partly_correct', 'wrong']),
    opinion: longText,
    decidedOn: localDate,
    ...clockFields,
  }),
});
export type SuperiorReviewDecided = FactOf<typeof superiorReviewDecided>;

/** The superior unit told the superior of the supervised body (S2 §553). */
export const supervisedSuperiorNotified = defineEvent('SupervisedSuperiorNotified', {
  title: { zh: '通报被监督单位上级机关', en: "Supervised body's superior notified" },
  schema: z.strictObject({
    escalation: escalationRef,
    body: bodyName,
    notifiedOn: localDate,
    content: longText,
    ...clockFields,
  }),
});
export type SupervisedSuperiorNotified = FactOf<typeof supervisedSuperiorNotified>;

/** Events of replies, remedies and escalation. */
export const replyEvents = [
  replyReceived,
  replyOverdue,
  replyUrged,
  replyAssessed,
  replyAssessmentConfirmed,
  reExaminationRequested,
  reExaminationDecided,
  escalatedToSuperior,
  escalationAccepted,
  superiorReviewDecided,
  supervisedSuperiorNotified,
] as const;

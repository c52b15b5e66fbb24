import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  clockFields,
  code,
  decisionRef,
  handlingGroup,
  instrumentRef,
  issueRef,
  lengthOfTime,
  listOf,
  localDate,
  longText,
  matterProfile,
  provenance,
  reportRef,
  shortText,
  staffMember,
  supervisedBody,
} from '../fields.ts';
import { issueGrade, issueResponse } from '../investigation/issues.ts';

/** Disposition of a filed matter may begin. */
export const disposalOpened = defineEvent('DisposalOpened', {
  title: { zh: '启动监督处理', en: 'Disposal opened' },
  schema: z.strictObject({
    profile: matterProfile,
    provenance: provenance.optional(),
    ...handlingGroup,
    filedOn: localDate,
    ...clockFields,
  }),
});
export type DisposalOpened = FactOf<typeof disposalOpened>;

/** Disposition knows that the report exists, and how it stands. */
export const reviewReportNoted = defineEvent('ReviewReportNoted', {
  title: { zh: '审查报告备悉', en: 'Review report noted' },
  schema: z.strictObject({
    report: reportRef,
    kind: z.enum(['review', 'inspection']),
    standing: z.enum(['submitted', 'returned']),
    author: staffMember
      .optional()
      .meta({ description: '报告人；不得自行决定 / Who wrote it, and may not decide' }),
    submittedOn: localDate,
    ...clockFields,
  }),
});
export type ReviewReportNoted = FactOf<typeof reviewReportNoted>;

/** Prosecutors advised. The opinions belong to the inner volume. */
export const jointConferenceHeld = defineEvent('JointConferenceHeld', {
  title: { zh: '检察官联席会议', en: 'Joint conference held' },
  schema: z.strictObject({
    heldOn: localDate,
    chair: staffMember,
    attendees: listOf(staffMember, 60),
    inFavour: z.int().min(0),
    against: z.int().min(0),
    question: longText,
    advice: longText,
  }),
});
export type JointConferenceHeld = FactOf<typeof jointConferenceHeld>;

/** What an instrument is to be, before it has a printed number. */
export const instrumentOrder = {
  instrument: instrumentRef,
  kind: code.meta({ description: '文书种类，见目录 / Kind, see the catalogue' }),
  title: shortText,
  addressee: supervisedBody,
  issues: listOf(issueRef, 200),
  severity: z
    .enum(['ordinary', 'high'])
    .meta({ description: '严重程度；高者须回访 / High ones must be visited' }),
  replyBy: localDate.optional().meta({ description: '文书载明的回复日期 / Last day written in it' }),
  replyWithin: lengthOfTime.optional().meta({ description: '文书载明的回复期限 / Time written in it' }),
};

/** The competent person or body decided (S2 §552, §561; S3 §17). */
export const decisionMade = defineEvent('DecisionMade', {
  title: { zh: '作出决定', en: 'Decision made' },
  schema: z.strictObject({
    decision: decisionRef,
    body: z.enum(['dept_head', 'chief', 'committee']).meta({ description: '决定主体 / Who decided' }),
    outcome: z.enum(['instruments', 'no_action']),
    instruments: listOf(z.strictObject(instrumentOrder), 100),
    law: shortText.optional(),
    opinion: longText,
    decidedOn: localDate,
    vote: z
      .strictObject({
        members: z.int().min(1),
        present: z.int().min(1),
        inFavour: z.int().min(0),
        against: z.int().min(0),
        minority: longText.optional(),
      })
      .optional(),
    ...clockFields,
  }),
});
export type DecisionMade = FactOf<typeof decisionMade>;

/** What disposition knows of an issue; said again when something about it changes. */
export const issueTracked = defineEvent('IssueTracked', {
  title: { zh: '跟踪问题', en: 'Issue tracked' },
  schema: z.strictObject({
    issue: issueRef,
    grade: issueGrade,
    response: issueResponse,
    title: shortText,
    clause: shortText.optional(),
    body: supervisedBody,
    overdue: z.boolean().meta({ description: '口头纠正已逾期 / Oral correction not acted on in time' }),
  }),
});
export type IssueTracked = FactOf<typeof issueTracked>;

/** The issue is off the list; nothing about it stands against conclusion any more. */
export const issueSettled = defineEvent('IssueSettled', {
  title: { zh: '问题了结', en: 'Issue settled' },
  schema: z.strictObject({
    issue: issueRef,
    result: z.enum(['corrected', 'transferred', 'no_effect_obtainable', 'unfounded']),
    settledOn: localDate,
  }),
});
export type IssueSettled = FactOf<typeof issueSettled>;

/** Disposition knows the present handlers. */
export const disposalHandlersChanged = defineEvent('DisposalHandlersChanged', {
  title: { zh: '监督处理承办人变更', en: 'Handlers of the disposal changed' },
  schema: z.strictObject({
    ...handlingGroup,
    suspended: listOf(staffMember.shape.person, 50).optional(),
  }),
});
export type DisposalHandlersChanged = FactOf<typeof disposalHandlersChanged>;

/** Events from opening to decision. */
export const decisionEvents = [
  disposalOpened,
  reviewReportNoted,
  jointConferenceHeld,
  decisionMade,
  issueTracked,
  issueSettled,
  disposalHandlersChanged,
] as const;

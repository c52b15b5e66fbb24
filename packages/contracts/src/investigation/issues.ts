import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  clockFields,
  clockId,
  code,
  instrumentRef,
  issueRef,
  leadId,
  listOf,
  localDate,
  longText,
  replyRef,
  secrecyLabel,
  shortText,
  staffMember,
  supervisedBody,
} from '../fields.ts';

/** How grave a finding is; decides the answer to it (S2 §624). */
export const issueGrade = z
  .enum(['slight', 'violation', 'hazard', 'crime_lead'])
  .meta({ description: '轻微、违法、重大隐患、犯罪线索 / Slight, violation, hazard, lead of a crime' });

/** What is done about a finding. */
export const issueResponse = z
  .enum(['oral_correction', 'written_correction', 'recommendation', 'transfer'])
  .meta({ description: '口头纠正、书面纠正、检察建议、移送 / Answer to the finding' });

/** One finding of a matter. A slight one is corrected by word of mouth at once and recorded (S2 §624(1)). */
export const issueFound = defineEvent('IssueFound', {
  title: { zh: '发现问题', en: 'Issue found' },
  schema: z.strictObject({
    issue: issueRef,
    grade: issueGrade,
    response: issueResponse,
    title: shortText,
    clause: shortText,
    body: supervisedBody,
    facts: longText.optional(),
    foundOn: localDate,
    oralCorrection: z
      .strictObject({ givenOn: localDate, givenTo: shortText, content: longText })
      .optional()
      .meta({ description: '口头纠正意见 / Oral correction' }),
    ...clockFields,
  }),
});
export type IssueFound = FactOf<typeof issueFound>;

/** The finding became a lead of its own, in other hands; what it says is not repeated here. */
export const issueTransferred = defineEvent('IssueTransferred', {
  title: { zh: '问题移送', en: 'Issue transferred' },
  schema: z.strictObject({
    issue: issueRef,
    lead: leadId,
    transferredOn: localDate,
    secrecy: secrecyLabel,
    ...clockFields,
  }),
});
export type IssueTransferred = FactOf<typeof issueTransferred>;

/** A written instrument of the matter speaks to the finding. */
export const issueCovered = defineEvent('IssueCovered', {
  title: { zh: '问题列入监督文书', en: 'Issue covered by an instrument' },
  schema: z.strictObject({ issue: issueRef, instrument: instrumentRef, kind: code, issuedOn: localDate }),
});
export type IssueCovered = FactOf<typeof issueCovered>;

/** There is proof that the body acted on the finding, or that a written instrument took the place of the word of mouth. */
export const issueCorrectionConfirmed = defineEvent('IssueCorrectionConfirmed', {
  title: { zh: '确认整改', en: 'Correction of an issue confirmed' },
  schema: z.strictObject({
    issue: issueRef,
    ground: z.enum(['instrument_served', 'reply_assessed', 'rectification_verified']),
    corrected: z.boolean(),
    instrument: instrumentRef.optional(),
    reply: replyRef.optional(),
    confirmedOn: localDate,
    finding: longText.optional(),
    ...clockFields,
  }),
});
export type IssueCorrectionConfirmed = FactOf<typeof issueCorrectionConfirmed>;

/** An oral correction was not acted on in time: a written one follows (S2 §624(2)). */
export const issueOverdue = defineEvent('IssueOverdue', {
  title: { zh: '口头纠正逾期未改', en: 'Issue overdue' },
  schema: z.strictObject({ issue: issueRef, clock: clockId, due: localDate, since: localDate }),
});
export type IssueOverdue = FactOf<typeof issueOverdue>;

/** The finding is off the list (销号). */
export const issueClosed = defineEvent('IssueClosed', {
  title: { zh: '问题销号', en: 'Issue closed' },
  schema: z.strictObject({
    issue: issueRef,
    result: z.enum(['corrected', 'transferred', 'no_effect_obtainable', 'unfounded']),
    evidence: longText,
    checkedBy: listOf(staffMember, 60).optional().meta({ description: '复核人 / Who checked again' }),
    closedOn: localDate,
    ...clockFields,
  }),
});
export type IssueClosed = FactOf<typeof issueClosed>;

/** Grades and answers as lists, for data that names them. */
export const issueGrades = issueGrade.options;
export const issueResponses = issueResponse.options;

/** Events of issues. */
export const issueEvents = [
  issueFound,
  issueTransferred,
  issueCovered,
  issueCorrectionConfirmed,
  issueOverdue,
  issueClosed,
] as const;

/** Several references to issues. */
export const issueRefs = listOf(issueRef, 200);

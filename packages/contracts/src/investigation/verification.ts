import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  bodyName,
  clockFields,
  clockId,
  clockSubject,
  code,
  exclusionRef,
  handlingGroup,
  issueRef,
  lengthOfTime,
  listOf,
  localDate,
  longText,
  matterProfile,
  measureRef,
  provenance,
  reportRef,
  shortText,
  staffMember,
  supervisedBody,
} from '../fields.ts';
import { investigationPlan } from './plan.ts';

/** Verification of a filed matter may begin. */
export const verificationOpened = defineEvent('VerificationOpened', {
  title: { zh: '启动调查核实', en: 'Verification opened' },
  schema: z.strictObject({
    profile: matterProfile,
    provenance: provenance.optional(),
    ...handlingGroup,
    filedOn: localDate,
    plan: investigationPlan.optional(),
    ...clockFields,
  }),
});
export type VerificationOpened = FactOf<typeof verificationOpened>;

/** The plan holds from now on. */
export const investigationPlanApproved = defineEvent('InvestigationPlanApproved', {
  title: { zh: '批准调查核实方案', en: 'Investigation plan approved' },
  schema: z.strictObject({ plan: investigationPlan, ...clockFields }),
});
export type InvestigationPlanApproved = FactOf<typeof investigationPlanApproved>;

/** The team is on the spot. */
export const onSiteStarted = defineEvent('OnSiteStarted', {
  title: { zh: '现场检察开始', en: 'On-site work started' },
  schema: z.strictObject({
    place: bodyName,
    team: listOf(staffMember, 60),
    startedOn: localDate,
    announced: z.boolean(),
    hotlinePublished: z.boolean().optional().meta({ description: '已公布举报电话 / Hotline made known' }),
    ...clockFields,
  }),
});
export type OnSiteStarted = FactOf<typeof onSiteStarted>;

/** One act of fact finding by at least two persons (S2 §551; S5 §69). Names of those heard are personal. */
export const investigativeMeasureTaken = defineEvent('InvestigativeMeasureTaken', {
  title: { zh: '采取调查措施', en: 'Investigative measure taken' },
  schema: z.strictObject({
    measure: measureRef,
    kind: code,
    persons: z.array(staffMember).min(2).max(60).readonly(),
    takenOn: localDate,
    place: bodyName.optional(),
    heard: z
      .strictObject({
        count: z.int().min(1).max(10_000),
        kinds: listOf(code, 20),
        names: longText.optional(),
      })
      .optional()
      .meta({ description: '询问对象 / Who was heard' }),
    questionnaires: z.int().min(0).optional(),
    language: code.optional(),
    interpreter: z.boolean().optional(),
    finding: longText,
    documents: listOf(
      z.strictObject({ title: shortText, pages: z.int().min(1).optional(), hash: shortText.optional() }),
      100,
    ).optional(),
    issues: listOf(issueRef, 200).optional(),
    ...clockFields,
  }),
  personal: ['heard.names'],
});
export type InvestigativeMeasureTaken = FactOf<typeof investigativeMeasureTaken>;

/** A body would not cooperate (S5 §71; S6 §67; S12 §21). */
export const measureRefused = defineEvent('MeasureRefused', {
  title: { zh: '拒绝配合调查', en: 'Measure refused' },
  schema: z.strictObject({
    kind: code,
    body: supervisedBody,
    refusedOn: localDate,
    ground: longText,
    ...clockFields,
  }),
});
export type MeasureRefused = FactOf<typeof measureRefused>;

/** The time for something was lengthened by whom the law lets, before it ended. The new clock replaces the old one. */
export const periodExtended = defineEvent('PeriodExtended', {
  title: { zh: '延长期限', en: 'Period extended' },
  schema: z.strictObject({
    clock: clockId,
    subject: clockSubject,
    by: lengthOfTime,
    dueBefore: localDate,
    dueAfter: localDate,
    opinion: longText,
    ...clockFields,
  }),
});
export type PeriodExtended = FactOf<typeof periodExtended>;

/** Days stop counting, such as those of an appraisal (S5 §52). */
export const periodExclusionStarted = defineEvent('PeriodExclusionStarted', {
  title: { zh: '不计入期间开始', en: 'Excluded period started' },
  schema: z.strictObject({
    exclusion: exclusionRef,
    clock: clockId,
    subject: clockSubject,
    ground: code,
    from: localDate,
    recordedOn: localDate,
    dueBefore: localDate,
    opinion: longText.optional(),
    ...clockFields,
  }),
});
export type PeriodExclusionStarted = FactOf<typeof periodExclusionStarted>;

/** Days count again from `to` on. */
export const periodExclusionEnded = defineEvent('PeriodExclusionEnded', {
  title: { zh: '不计入期间结束', en: 'Excluded period ended' },
  schema: z.strictObject({
    exclusion: exclusionRef,
    clock: clockId,
    subject: clockSubject,
    from: localDate,
    to: localDate,
    dueBefore: localDate,
    dueAfter: localDate,
    proof: shortText.optional(),
    ...clockFields,
  }),
});
export type PeriodExclusionEnded = FactOf<typeof periodExclusionEnded>;

/** The handler's report: facts, law, what should be done. */
export const reviewReportSubmitted = defineEvent('ReviewReportSubmitted', {
  title: { zh: '提交审查终结报告', en: 'Review report submitted' },
  schema: z.strictObject({
    report: reportRef,
    kind: z.enum(['review', 'inspection']),
    submittedOn: localDate,
    facts: longText,
    law: longText,
    conclusion: z.enum(['violation', 'no_violation', 'partly']),
    proposal: longText,
    instruments: listOf(code, 50).optional().meta({ description: '建议制发的文书种类 / Kinds proposed' }),
    ...clockFields,
  }),
});
export type ReviewReportSubmitted = FactOf<typeof reviewReportSubmitted>;

/** The report goes back; the facts in it stay the handler's. */
export const reviewReportReturned = defineEvent('ReviewReportReturned', {
  title: { zh: '退回审查报告', en: 'Review report returned' },
  schema: z.strictObject({ report: reportRef, opinion: longText, ...clockFields }),
});
export type ReviewReportReturned = FactOf<typeof reviewReportReturned>;

/** Verification knows the present handlers. */
export const verificationHandlersChanged = defineEvent('VerificationHandlersChanged', {
  title: { zh: '调查核实承办人变更', en: 'Handlers of the verification changed' },
  schema: z.strictObject({
    ...handlingGroup,
    suspended: listOf(staffMember.shape.person, 50).optional(),
  }),
});
export type VerificationHandlersChanged = FactOf<typeof verificationHandlersChanged>;

/** The matter is done or void: nothing more is investigated in it. */
export const verificationClosed = defineEvent('VerificationClosed', {
  title: { zh: '调查核实终止', en: 'Verification closed' },
  schema: z.strictObject({ ground: z.enum(['concluded', 'terminated', 'voided']), endedOn: localDate }),
});
export type VerificationClosed = FactOf<typeof verificationClosed>;

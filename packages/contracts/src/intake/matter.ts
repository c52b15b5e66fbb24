import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  clockFields,
  code,
  handlingGroup,
  leadId,
  listOf,
  localDate,
  longText,
  matterProfile,
  personId,
  personName,
  provenance,
  recusalRef,
  staffMember,
  supervisionFunction,
} from '../fields.ts';
import { investigationPlan } from '../investigation/plan.ts';

/** The matter exists under its number. Starts the time to propose filing. */
export const matterAccepted = defineEvent('MatterAccepted', {
  title: { zh: '受理', en: 'Matter accepted' },
  schema: z.strictObject({ acceptedOn: localDate, profile: matterProfile, provenance, ...clockFields }),
});
export type MatterAccepted = FactOf<typeof matterAccepted>;

/** Somebody was drawn or named. With candidates and seed anybody can draw again and get the same. */
export const handlerAssigned = defineEvent('HandlerAssigned', {
  title: { zh: '分案', en: 'Handler assigned' },
  schema: z.strictObject({
    lead: leadId.optional(),
    ...handlingGroup,
    method: z.enum(['random', 'designated']),
    seed: z.string().max(100).optional(),
    candidates: listOf(staffMember, 200),
    excluded: listOf(z.strictObject({ ...staffMember.shape, ground: longText }), 200).optional(),
    opinion: longText.optional().meta({ description: '指定分案的理由 / Why somebody was named' }),
  }),
});
export type HandlerAssigned = FactOf<typeof handlerAssigned>;

/** Another prosecutor has the matter from now on. */
export const handlerReassigned = defineEvent('HandlerReassigned', {
  title: { zh: '变更承办人', en: 'Handler reassigned' },
  schema: z.strictObject({
    lead: leadId.optional(),
    ...handlingGroup,
    previous: staffMember.optional(),
    method: z.enum(['random', 'designated']),
    seed: z.string().max(100).optional(),
    candidates: listOf(staffMember, 200),
    opinion: longText,
  }),
});
export type HandlerReassigned = FactOf<typeof handlerReassigned>;

/** Somebody declared to have, or not to have, a conflict with this matter. */
export const conflictDeclared = defineEvent('ConflictDeclared', {
  title: { zh: '回避声明', en: 'Conflict declared' },
  schema: z.strictObject({
    person: personId,
    conflict: z.boolean(),
    ground: code.optional(),
    statement: longText.optional(),
  }),
});
export type ConflictDeclared = FactOf<typeof conflictDeclared>;

/** The handler scored the matter by the criteria of the catalogue. A later assessment replaces an earlier one. */
export const significanceAssessed = defineEvent('SignificanceAssessed', {
  title: { zh: '重大性评估', en: 'Significance assessed' },
  schema: z.strictObject({
    score: z.int().min(0).max(100),
    threshold: z.int().min(0).max(100),
    scores: listOf(
      z.strictObject({ criterion: code, points: z.int().min(0).max(100), ground: longText.optional() }),
      20,
    ),
    vetoes: listOf(code, 20).meta({ description: '成立即为重大的情形 / Facts that make it major at once' }),
    major: z.boolean(),
    opinion: longText.optional(),
  }),
});
export type SignificanceAssessed = FactOf<typeof significanceAssessed>;

/** The department head looked at the proposal to file. */
export const filingReviewed = defineEvent('FilingReviewed', {
  title: { zh: '立案审核', en: 'Filing reviewed' },
  schema: z.strictObject({ agreed: z.boolean(), opinion: longText.optional() }),
});
export type FilingReviewed = FactOf<typeof filingReviewed>;

/** The matter is filed. Carries all that verification, disposition and quality check begin with. */
export const filingApproved = defineEvent('FilingApproved', {
  title: { zh: '批准立案', en: 'Filing approved' },
  schema: z.strictObject({
    filedOn: localDate,
    basis: z.enum(['score', 'veto', 'kind']).meta({ description: '重大性依据 / Why it is major' }),
    score: z.int().min(0).max(100).optional(),
    vetoes: listOf(code, 20).optional(),
    profile: matterProfile,
    provenance,
    ...handlingGroup,
    plan: investigationPlan.optional().meta({ description: '一并批准的方案 / Plan approved together' }),
    opinion: longText.optional(),
    ...clockFields,
  }),
});
export type FilingApproved = FactOf<typeof filingApproved>;

/** The matter is not filed: it ends, or goes on as a light task. */
export const filingRejected = defineEvent('FilingRejected', {
  title: { zh: '不批准立案', en: 'Filing rejected' },
  schema: z.strictObject({ outcome: z.enum(['not_filed', 'task']), opinion: longText, ...clockFields }),
});
export type FilingRejected = FactOf<typeof filingRejected>;

/** A party was told (S2 §552, §561). Who it was stands with the lead, not here. */
export const partyNotified = defineEvent('PartyNotified', {
  title: { zh: '告知当事人', en: 'Party notified' },
  schema: z.strictObject({
    party: z.enum(['reporter', 'applicant', 'victim', 'transferring_agency']),
    about: z.enum(['acceptance', 'filing', 'not_filed', 'reasons_upheld', 'outcome']),
    method: z.enum(['in_person', 'in_writing', 'by_phone', 'electronic']),
    notifiedOn: localDate,
    content: longText.optional(),
    ...clockFields,
  }),
  personal: ['content'],
});
export type PartyNotified = FactOf<typeof partyNotified>;

/** The matter was opened by mistake; its number is void. */
export const matterVoided = defineEvent('MatterVoided', {
  title: { zh: '事项作废', en: 'Matter voided' },
  schema: z.strictObject({ opinion: longText, ...clockFields }),
});
export type MatterVoided = FactOf<typeof matterVoided>;

/** Intake knows that the matter was concluded or terminated: nobody else is assigned to it any more. */
export const matterEndNoted = defineEvent('MatterEndNoted', {
  title: { zh: '事项了结备悉', en: 'End of the matter noted' },
  schema: z.strictObject({ ending: z.enum(['concluded', 'terminated']), endedOn: localDate }),
});
export type MatterEndNoted = FactOf<typeof matterEndNoted>;

/** Somebody asked that a person stay away, or does so himself (S9 §29–32; S5 §12–17; S6 §13–17; S4 §19–23). */
export const recusalRequested = defineEvent('RecusalRequested', {
  title: { zh: '申请回避', en: 'Recusal requested' },
  schema: z.strictObject({
    recusal: recusalRef,
    challenged: staffMember,
    by: z.strictObject({
      kind: z.enum(['self', 'party', 'representative', 'ordered']),
      name: personName.optional(),
    }),
    ground: code,
    statement: longText.optional(),
    function: supervisionFunction,
    suspends: z
      .boolean()
      .meta({ description: '决定前是否停止职务 / Whether the person stops until decided' }),
    receivedOn: localDate,
    ...clockFields,
  }),
  personal: ['by.name', 'statement'],
});
export type RecusalRequested = FactOf<typeof recusalRequested>;

/** It was decided whether the person stays away, and whether what was done before stands (S2 §36). */
export const recusalDecided = defineEvent('RecusalDecided', {
  title: { zh: '决定是否回避', en: 'Recusal decided' },
  schema: z.strictObject({
    recusal: recusalRef,
    challenged: personId,
    granted: z.boolean(),
    earlierActsStand: z.boolean().optional(),
    opinion: longText,
    ...clockFields,
  }),
});
export type RecusalDecided = FactOf<typeof recusalDecided>;

/** The person may write nothing in this matter until the recusal is decided. */
export const handlerSuspended = defineEvent('HandlerSuspended', {
  title: { zh: '暂停承办人履职', en: 'Handler suspended' },
  schema: z.strictObject({ person: personId, recusal: recusalRef }),
});
export type HandlerSuspended = FactOf<typeof handlerSuspended>;

/** The person may go on. */
export const handlerResumed = defineEvent('HandlerResumed', {
  title: { zh: '恢复承办人履职', en: 'Handler resumed' },
  schema: z.strictObject({ person: personId, recusal: recusalRef }),
});
export type HandlerResumed = FactOf<typeof handlerResumed>;

/** Events of the matter in intake. */
export const matterEvents = [
  matterAccepted,
  handlerAssigned,
  handlerReassigned,
  conflictDeclared,
  significanceAssessed,
  filingReviewed,
  filingApproved,
  filingRejected,
  partyNotified,
  matterVoided,
  matterEndNoted,
  recusalRequested,
  recusalDecided,
  handlerSuspended,
  handlerResumed,
] as const;

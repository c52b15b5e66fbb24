import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  clockFields,
  code,
  instrumentRef,
  issueRef,
  listOf,
  localDate,
  longText,
  shortText,
  staffMember,
} from '../fields.ts';

/** Something was done to push the matter on, such as a reminder after three months (S2 §564). */
export const followUpActed = defineEvent('FollowUpActed', {
  title: { zh: '跟进', en: 'Follow-up acted' },
  schema: z.strictObject({
    act: z.enum(['progress_letter', 'visit', 'talk', 'joint_meeting', 'listed_supervision']),
    instrument: instrumentRef.optional(),
    actedOn: localDate,
    content: longText,
    ...clockFields,
  }),
});
export type FollowUpActed = FactOf<typeof followUpActed>;

/** Prosecutors saw for themselves whether it was put right (回头看). */
export const rectificationVerified = defineEvent('RectificationVerified', {
  title: { zh: '核实整改', en: 'Rectification verified' },
  schema: z.strictObject({
    persons: listOf(staffMember, 60),
    verifiedOn: localDate,
    instruments: listOf(instrumentRef, 50),
    issues: listOf(
      z.strictObject({ issue: issueRef, corrected: z.boolean(), finding: longText.optional() }),
      200,
    ),
    corrected: z.boolean(),
    finding: longText,
    ...clockFields,
  }),
});
export type RectificationVerified = FactOf<typeof rectificationVerified>;

/** Disposition knows that a party was told. */
export const partyNotifiedNoted = defineEvent('PartyNotifiedNoted', {
  title: { zh: '告知当事人备悉', en: 'Notification of a party noted' },
  schema: z.strictObject({
    party: z.enum(['reporter', 'applicant', 'victim', 'transferring_agency']),
    about: z.enum(['acceptance', 'filing', 'not_filed', 'reasons_upheld', 'outcome']),
    notifiedOn: localDate,
    ...clockFields,
  }),
});
export type PartyNotifiedNoted = FactOf<typeof partyNotifiedNoted>;

/** What the supervision brought about. */
export const effect = z.strictObject({
  obtained: z.boolean(),
  evidence: longText.optional().meta({ description: '监督效果证据 / Evidence of the effect' }),
  whyNone: longText.optional().meta({ description: '不能取得效果的理由 / Why none was to be had' }),
  persons: z.int().min(0).optional().meta({ description: '涉及人数 / Persons' }),
  heldToAccount: z.int().min(0).optional().meta({ description: '追责人数 / Persons held to account' }),
  amount: z.number().nonnegative().optional().meta({ description: '挽回金额（元） / Sum in yuan' }),
  rules: z.int().min(0).optional().meta({ description: '建章立制数 / Rules made' }),
});

/** The matter is done (办结). Starts the self-check. */
export const matterConcluded = defineEvent('MatterConcluded', {
  title: { zh: '办结', en: 'Matter concluded' },
  schema: z.strictObject({
    result: code.meta({ description: '办理结果，见目录 / Result, see the catalogue' }),
    effect,
    concludedOn: localDate,
    opinion: longText,
    ...clockFields,
  }),
});
export type MatterConcluded = FactOf<typeof matterConcluded>;

/** The matter ends without a result: withdrawn, groundless, taken over elsewhere, or its number void. */
export const matterTerminated = defineEvent('MatterTerminated', {
  title: { zh: '终结', en: 'Matter terminated' },
  schema: z.strictObject({
    ground: z
      .enum(['withdrawn', 'no_violation', 'taken_over', 'body_gone', 'voided'])
      .meta({ description: '终结事由 / Why it ends' }),
    terminatedOn: localDate,
    opinion: longText,
    ...clockFields,
  }),
});
export type MatterTerminated = FactOf<typeof matterTerminated>;

/** Disposition knows that the handler checked his own work. */
export const selfCheckNoted = defineEvent('SelfCheckNoted', {
  title: { zh: '质量自查备悉', en: 'Self-check noted' },
  schema: z.strictObject({ scheme: code, proposedGrade: code, checkedOn: localDate }),
});
export type SelfCheckNoted = FactOf<typeof selfCheckNoted>;

/** Case administration found the dossier complete: the matter is closed (结案). */
export const dossierChecked = defineEvent('DossierChecked', {
  title: { zh: '卷宗检查', en: 'Dossier checked' },
  schema: z.strictObject({
    documents: listOf(z.strictObject({ document: code, copies: z.int().min(1) }), 200),
    count: z.int().min(1).meta({ description: '件数 / Number of documents' }),
    checkedOn: localDate,
    remarks: longText.optional(),
    ...clockFields,
  }),
});
export type DossierChecked = FactOf<typeof dossierChecked>;

/** The dossier is with the archive (归档). */
export const dossierArchived = defineEvent('DossierArchived', {
  title: { zh: '归档', en: 'Dossier archived' },
  schema: z.strictObject({
    archivedOn: localDate,
    retention: z
      .enum(['permanent', 'long', 'short'])
      .meta({ description: '永久、长期、短期 / How long it is kept' }),
    archiveNumber: shortText.optional(),
    volumes: z.int().min(1).optional(),
    pages: z.int().min(1).optional(),
    ...clockFields,
  }),
});
export type DossierArchived = FactOf<typeof dossierArchived>;

/** Events of follow-up and ending. */
export const endingEvents = [
  followUpActed,
  rectificationVerified,
  partyNotifiedNoted,
  matterConcluded,
  matterTerminated,
  selfCheckNoted,
  dossierChecked,
  dossierArchived,
] as const;

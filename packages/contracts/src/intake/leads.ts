import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  bodyName,
  clockFields,
  code,
  handlingGroup,
  instrumentRef,
  issueRef,
  leadId,
  listOf,
  localDate,
  longText,
  matterNumber,
  matterProfile,
  matterType,
  origin,
  personalOfReporter,
  personId,
  provenance,
  reporter,
  secrecyLabel,
  shortText,
  staffMember,
  supervisedBody,
  unitCode,
} from '../fields.ts';
import { bodyBecomesSupervisedBody } from './lead-upcasts.ts';

const protection = {
  secrecy: secrecyLabel,
  accessList: listOf(personId, 100).optional(),
};

/** What a lead says. `statement` is personal: the words of the person who came, who may name anybody. */
const leadContent = {
  type: matterType.optional().meta({ description: '拟归入的事项类型 / Matter type it points to' }),
  subKind: code.optional(),
  title: shortText.meta({ description: '案由，不写个人姓名 / Subject, without names of private persons' }),
  facts: longText
    .optional()
    .meta({ description: '事实概要，不写个人姓名 / Facts, without names of private persons' }),
  statement: longText.optional().meta({ description: '来访来信原文 / The words of the person who came' }),
  supervisedBody,
  clause: shortText.optional(),
  place: bodyName.optional(),
  happenedFrom: localDate.optional(),
  happenedTo: localDate.optional(),
  amount: z.number().nonnegative().optional().meta({ description: '涉案金额（元） / Sum in yuan' }),
  persons: z.int().nonnegative().optional().meta({ description: '涉及人数 / Persons concerned' }),
  custody: z.boolean().meta({ description: '涉在押人员 / Touches a person in custody' }),
  reporter: reporter.optional(),
  nationalCaseRef: shortText.optional(),
};
const personalInContent = ['statement', ...personalOfReporter('reporter')];

/** The window took a complaint, report or application (S2 §156). Starts the 7 days of S2 §161. */
export const leadReceived = defineEvent('LeadReceived', {
  title: { zh: '接收线索材料', en: 'Lead received' },
  schema: z.strictObject({
    unit: unitCode,
    source: code,
    channel: code.optional().meta({ description: '渠道，如 window_12309 / Channel' }),
    receivedOn: localDate,
    ...leadContent,
    ...protection,
    ...clockFields,
  }),
  personal: personalInContent,
});
export type LeadReceived = FactOf<typeof leadReceived>;

/** The lead is in the pool. Version 1 knew the supervised body by its name alone. */
export const leadRegistered = defineEvent('LeadRegistered', {
  title: { zh: '登记线索', en: 'Lead registered' },
  schema: z.strictObject({
    unit: unitCode,
    source: code,
    origin,
    discoveredOn: localDate,
    registeredOn: localDate.optional(),
    discoverer: staffMember.meta({ description: '发现人 / Who found it' }),
    line: code.optional(),
    department: code.optional(),
    ...leadContent,
    ...protection,
    fromIssue: z.strictObject({ matter: matterNumber, issue: issueRef }).optional(),
    fromInstrument: z.strictObject({ matter: matterNumber, instrument: instrumentRef }).optional(),
    ...clockFields,
  }),
  personal: personalInContent,
  upcasts: [bodyBecomesSupervisedBody],
});
export type LeadRegistered = FactOf<typeof leadRegistered>;

/** Another lead seems to say the same. A sign, no decision. */
export const leadDuplicateFlagged = defineEvent('LeadDuplicateFlagged', {
  title: { zh: '提示疑似重复', en: 'Possible duplicate flagged' },
  schema: z.strictObject({
    of: leadId,
    ofUnit: unitCode,
    similarity: z.number().min(0).max(1),
    signs: listOf(z.enum(['same_body', 'same_clause', 'same_place', 'overlapping_time', 'similar_words']), 5),
    block: z
      .string()
      .max(64)
      .optional()
      .meta({ description: '查重分组 / Group of leads that were compared' }),
  }),
});
export type LeadDuplicateFlagged = FactOf<typeof leadDuplicateFlagged>;

/** The clerk looked at the lead: to the gate, to the light track, or rejected with a reason. */
export const leadScreened = defineEvent('LeadScreened', {
  title: { zh: '审查线索', en: 'Lead screened' },
  schema: z.strictObject({
    result: z.enum(['accept', 'reject', 'task']),
    type: matterType.optional(),
    subKind: code.optional(),
    department: code.optional(),
    opinion: longText,
    ...clockFields,
  }),
});
export type LeadScreened = FactOf<typeof leadScreened>;

/** This lead went into another one, which keeps all who found it. */
export const leadMerged = defineEvent('LeadMerged', {
  title: { zh: '并入其他线索', en: 'Lead merged into another' },
  schema: z.strictObject({
    into: leadId,
    discoverers: listOf(staffMember, 50),
    opinion: longText,
    ...clockFields,
  }),
});
export type LeadMerged = FactOf<typeof leadMerged>;

/** Another lead came into this one, with those who found it. */
export const leadAbsorbed = defineEvent('LeadAbsorbed', {
  title: { zh: '并入本线索', en: 'Another lead merged into this' },
  schema: z.strictObject({ from: leadId, fromUnit: unitCode, discoverers: listOf(staffMember, 50) }),
});
export type LeadAbsorbed = FactOf<typeof leadAbsorbed>;

/** The lead was handed to another unit or to an outside body. */
export const leadTransferred = defineEvent('LeadTransferred', {
  title: { zh: '移送线索', en: 'Lead transferred' },
  schema: z.strictObject({
    toUnit: unitCode.optional(),
    toBody: supervisedBody.optional(),
    opinion: longText,
    transferredOn: localDate,
    fromIssue: z.strictObject({ matter: matterNumber, issue: issueRef }).optional().meta({
      description: '由巡回检察等问题移送 / Issue of a matter that gave rise to it',
    }),
    content: z
      .strictObject({
        type: matterType.optional(),
        title: shortText,
        supervisedBody,
        clause: shortText.optional(),
        source: code,
        origin,
        discoveredOn: localDate,
        discoverers: listOf(staffMember, 50),
        custody: z.boolean(),
      })
      .optional()
      .meta({ description: '接收院据以立卷的内容 / What the receiving unit needs' }),
    ...protection,
    ...clockFields,
  }),
});
export type LeadTransferred = FactOf<typeof leadTransferred>;

/** A unit took over a lead of another one; it may neither return it nor pass it on (S4 §26). */
export const leadTransferReceived = defineEvent('LeadTransferReceived', {
  title: { zh: '接收移送线索', en: 'Transferred lead received' },
  schema: z.strictObject({
    unit: unitCode,
    fromUnit: unitCode,
    fromLead: leadId,
    source: code,
    origin,
    discoveredOn: localDate,
    discoverers: listOf(staffMember, 50),
    receivedOn: localDate,
    ...leadContent,
    ...protection,
    ...clockFields,
  }),
  personal: personalInContent,
});
export type LeadTransferReceived = FactOf<typeof leadTransferReceived>;

/** A state secret is dealt with off the platform; only that much is known here (保密法 §17). */
export const leadKeptOffline = defineEvent('LeadKeptOffline', {
  title: { zh: '涉密线下办理', en: 'Kept offline' },
  schema: z.strictObject({ unit: unitCode, keptOn: localDate, offlineNumber: shortText }),
});
export type LeadKeptOffline = FactOf<typeof leadKeptOffline>;

/** Case administration said yes: the single gate. A number follows. */
export const leadAccepted = defineEvent('LeadAccepted', {
  title: { zh: '案管受理', en: 'Lead accepted at the gate' },
  schema: z.strictObject({
    acceptedOn: localDate,
    profile: matterProfile,
    provenance,
    ...clockFields,
  }),
});
export type LeadAccepted = FactOf<typeof leadAccepted>;

/** Case administration said no, with the reason. */
export const leadNotAccepted = defineEvent('LeadNotAccepted', {
  title: { zh: '不予受理', en: 'Lead not accepted' },
  schema: z.strictObject({ opinion: longText, ...clockFields }),
});
export type LeadNotAccepted = FactOf<typeof leadNotAccepted>;

/** The key of the reporter's data was destroyed: nobody can read it again, everything else stands. */
export const reporterErased = defineEvent('ReporterErased', {
  title: { zh: '删除举报人信息', en: 'Reporter erased' },
  schema: z.strictObject({
    ground: z.enum(['on_request', 'purpose_fulfilled', 'retention_ended', 'order']),
    basis: shortText.meta({ description: '依据 / Legal basis' }),
    keys: listOf(z.string().max(100), 50)
      .optional()
      .meta({ description: '应销毁的密钥 / Keys to be destroyed' }),
  }),
});
export type ReporterErased = FactOf<typeof reporterErased>;

/** Somebody was let see who the reporter is, on this day, for this reason (DOMAIN §4.2, §4.5). */
export const reporterOpened = defineEvent('ReporterOpened', {
  title: { zh: '查阅举报人信息', en: 'Reporter opened' },
  schema: z.strictObject({ person: personId, openedOn: localDate, purpose: longText }),
});
export type ReporterOpened = FactOf<typeof reporterOpened>;

/** Who handles the matter that came from this lead, as far as the lead must know. */
export const leadHandlersChanged = defineEvent('LeadHandlersChanged', {
  title: { zh: '线索记载承办人', en: 'Handlers of the lead changed' },
  schema: z.strictObject({ matter: matterNumber, ...handlingGroup }),
});
export type LeadHandlersChanged = FactOf<typeof leadHandlersChanged>;

/** Events of the lead. */
export const leadEvents = [
  leadReceived,
  leadRegistered,
  leadDuplicateFlagged,
  leadScreened,
  leadMerged,
  leadAbsorbed,
  leadTransferred,
  leadTransferReceived,
  leadKeptOffline,
  leadAccepted,
  leadNotAccepted,
  reporterErased,
  reporterOpened,
  leadHandlersChanged,
] as const;

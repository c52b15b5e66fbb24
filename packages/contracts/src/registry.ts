import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  code,
  delegationId,
  listOf,
  localDate,
  longText,
  matterType,
  personId,
  personName,
  shortText,
  unitCode,
} from './fields.ts';

const unitNames = {
  nameZh: shortText,
  nameEn: shortText,
  shortZh: shortText,
  abbreviation: shortText.optional().meta({ description: '文号简称，如 城中检 / Prefix of printed numbers' }),
};

/** A procuratorate exists from a day on. */
export const unitRegistered = defineEvent('UnitRegistered', {
  title: { zh: '登记单位', en: 'Unit registered' },
  schema: z.strictObject({
    code: unitCode,
    ...unitNames,
    level: z.enum(['province', 'prefecture', 'county', 'specialised']),
    powers: z.enum(['province', 'prefecture', 'county']).optional(),
    parent: unitCode
      .optional()
      .meta({ description: '上级院，是数据，不由代码推出 / Superior, never derived from the code' }),
    alternativeNamesZh: listOf(shortText, 10).optional(),
    pilot2023: z.boolean().optional(),
    uncertain: z.boolean().optional(),
    note: longText.optional(),
    from: localDate,
  }),
});
export type UnitRegistered = FactOf<typeof unitRegistered>;

/** A procuratorate has another name from a day on. */
export const unitRenamed = defineEvent('UnitRenamed', {
  title: { zh: '单位更名', en: 'Unit renamed' },
  schema: z.strictObject({ code: unitCode, ...unitNames, from: localDate }),
});
export type UnitRenamed = FactOf<typeof unitRenamed>;

/** A procuratorate is no more; its number series and open matters pass to the successor. */
export const unitClosed = defineEvent('UnitClosed', {
  title: { zh: '单位撤销', en: 'Unit closed' },
  schema: z.strictObject({
    code: unitCode,
    on: localDate.meta({ description: '不再存在的第一日 / First day on which it is no more' }),
    successor: unitCode.optional(),
    reason: longText,
  }),
});
export type UnitClosed = FactOf<typeof unitClosed>;

/** Somebody may be given roles. */
export const personRegistered = defineEvent('PersonRegistered', {
  title: { zh: '登记人员', en: 'Person registered' },
  schema: z.strictObject({
    person: personId,
    name: personName,
    unit: unitCode
      .optional()
      .meta({ description: '编制所在院；外部人员没有 / Own unit; none for outsiders' }),
    hostedBy: unitCode
      .optional()
      .meta({ description: '外部人员的联系院 / Unit that answers for an outsider' }),
    title: shortText.optional(),
    loginSubject: shortText
      .optional()
      .meta({ description: '登录标识（OIDC sub） / Subject at the identity provider' }),
  }),
});
export type PersonRegistered = FactOf<typeof personRegistered>;

/** Somebody holds a role in a unit from a day on. */
export const roleGranted = defineEvent('RoleGranted', {
  title: { zh: '授予角色', en: 'Role granted' },
  schema: z.strictObject({
    person: personId,
    role: code,
    unit: unitCode,
    department: code.optional(),
    from: localDate,
    until: localDate.optional().meta({ description: '最后一日（含） / Last day, inclusive' }),
    document: shortText.optional().meta({ description: '任免文件 / Act of appointment' }),
  }),
});
export type RoleGranted = FactOf<typeof roleGranted>;

/** Somebody no longer holds a role. */
export const roleEnded = defineEvent('RoleEnded', {
  title: { zh: '终止角色', en: 'Role ended' },
  schema: z.strictObject({
    person: personId,
    role: code,
    unit: unitCode,
    on: localDate.meta({ description: '不再任职的第一日 / First day without the role' }),
    reason: longText.optional(),
  }),
});
export type RoleEnded = FactOf<typeof roleEnded>;

/** Somebody may no longer sign in or act. */
export const personDisabled = defineEvent('PersonDisabled', {
  title: { zh: '停用人员', en: 'Person disabled' },
  schema: z.strictObject({ person: personId, on: localDate, reason: longText }),
});
export type PersonDisabled = FactOf<typeof personDisabled>;

const commandName = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/)
  .meta({ examples: ['intake.approveFiling'] });

/** Decisions are delegated in writing (S12 §29). */
export const delegationGranted = defineEvent('DelegationGranted', {
  title: { zh: '授权', en: 'Delegation granted' },
  schema: z.strictObject({
    delegation: delegationId,
    from: personId,
    fromRole: code,
    to: personId,
    unit: unitCode,
    decisions: listOf(commandName, 100).meta({
      description: '授权的命令，如 intake.approveFiling / Commands that are delegated',
    }),
    types: listOf(matterType, 20).meta({ description: '事项类型，空为全部 / Matter types, all when empty' }),
    validFrom: localDate,
    validUntil: localDate.meta({ description: '最后一日（含） / Last day, inclusive' }),
    document: shortText.optional(),
  }),
});
export type DelegationGranted = FactOf<typeof delegationGranted>;

/** A delegation ends before its time. */
export const delegationRevoked = defineEvent('DelegationRevoked', {
  title: { zh: '撤销授权', en: 'Delegation revoked' },
  schema: z.strictObject({
    delegation: delegationId,
    on: localDate.meta({ description: '失效的第一日 / First day without effect' }),
    reason: longText,
  }),
});
export type DelegationRevoked = FactOf<typeof delegationRevoked>;

const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256', examples: ['0'.repeat(64)] });
const version = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,40}$/)
  .meta({ examples: ['2026.1'] });

/** A version of the catalogue holds from a day on; the hash proves which content. */
export const catalogueVersionPublished = defineEvent('CatalogueVersionPublished', {
  title: { zh: '发布目录版本', en: 'Catalogue version published' },
  schema: z.strictObject({
    version,
    contentHash,
    effectiveFrom: localDate,
    note: longText.optional(),
  }),
});
export type CatalogueVersionPublished = FactOf<typeof catalogueVersionPublished>;

/** A version of the calendar of working days holds from a day on. */
export const calendarPublished = defineEvent('CalendarPublished', {
  title: { zh: '发布工作日历', en: 'Calendar published' },
  schema: z.strictObject({
    version,
    contentHash: contentHash.optional(),
    effectiveFrom: localDate,
    lastPublishedYear: z.int().min(2000).max(2999),
    source: shortText.optional(),
  }),
});
export type CalendarPublished = FactOf<typeof calendarPublished>;

/** Events of the registry, in the order of its table of contents. */
export const registryEvents = [
  unitRegistered,
  unitRenamed,
  unitClosed,
  personRegistered,
  roleGranted,
  roleEnded,
  personDisabled,
  delegationGranted,
  delegationRevoked,
  catalogueVersionPublished,
  calendarPublished,
] as const;

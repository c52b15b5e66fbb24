import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  clockFields,
  code,
  flowRef,
  handlingGroup,
  listOf,
  localDate,
  longText,
  matterNumber,
  matterType,
  personId,
  secrecyLabel,
  shortText,
  staffMember,
  unitCode,
} from './fields.ts';

const flow = {
  flow: flowRef,
  matter: matterNumber,
  unit: unitCode,
  check: code.meta({ description: '监控事项 / What was checked' }),
  law: shortText.optional(),
  handler: staffMember.optional(),
};

/** Case administration watches a matter from its acceptance on. */
export const flowMonitorOpened = defineEvent('FlowMonitorOpened', {
  title: { zh: '纳入流程监控', en: 'Flow monitoring opened' },
  schema: z.strictObject({
    unit: unitCode,
    type: matterType,
    department: code,
    secrecy: secrecyLabel,
    accessList: listOf(personId, 100).optional(),
    openedOn: localDate,
  }),
});
export type FlowMonitorOpened = FactOf<typeof flowMonitorOpened>;

/** Flow monitoring knows who has to answer. */
export const flowMonitorHandlersChanged = defineEvent('FlowMonitorHandlersChanged', {
  title: { zh: '流程监控承办人变更', en: 'Flow monitoring: handlers changed' },
  schema: z.strictObject(handlingGroup),
});
export type FlowMonitorHandlersChanged = FactOf<typeof flowMonitorHandlersChanged>;

/** Case administration said a word (S2 §665: slight). */
export const flowMonitorPrompted = defineEvent('FlowMonitorPrompted', {
  title: { zh: '流程监控口头提示', en: 'Flow monitoring: oral prompt' },
  schema: z.strictObject({ ...flow, content: longText, promptedOn: localDate, ...clockFields }),
});
export type FlowMonitorPrompted = FactOf<typeof flowMonitorPrompted>;

/** Case administration sent a notice that must be answered in ten days (S2 §665). */
export const flowMonitorNoticeIssued = defineEvent('FlowMonitorNoticeIssued', {
  title: { zh: '案件流程监控通知书', en: 'Flow monitoring: notice' },
  schema: z.strictObject({
    ...flow,
    content: longText,
    issuedOn: localDate,
    toChief: z.boolean().meta({ description: '同时报检察长 / Also reported to the chief' }),
    ...clockFields,
  }),
});
export type FlowMonitorNoticeIssued = FactOf<typeof flowMonitorNoticeIssued>;

/** The department answered the notice. */
export const flowMonitorNoticeAnswered = defineEvent('FlowMonitorNoticeAnswered', {
  title: { zh: '答复流程监控通知书', en: 'Flow monitoring: notice answered' },
  schema: z.strictObject({ flow: flowRef, answer: longText, answeredOn: localDate, ...clockFields }),
});
export type FlowMonitorNoticeAnswered = FactOf<typeof flowMonitorNoticeAnswered>;

/** Events of reporting. */
export const reportingEvents = [
  flowMonitorOpened,
  flowMonitorHandlersChanged,
  flowMonitorPrompted,
  flowMonitorNoticeIssued,
  flowMonitorNoticeAnswered,
] as const;

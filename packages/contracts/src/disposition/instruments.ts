import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  bodyName,
  clockFields,
  clockId,
  decisionRef,
  instrumentRef,
  listOf,
  localDate,
  longText,
  matterNumber,
  personName,
  printedNumber,
  registerYear,
  shortText,
  unitCode,
} from '../fields.ts';
import { instrumentOrder } from './decisions.ts';

/** The handler issues an instrument of a kind he may issue himself. */
export const instrumentOrdered = defineEvent('InstrumentOrdered', {
  title: { zh: '承办人制作文书', en: 'Instrument ordered' },
  schema: z.strictObject({
    ...instrumentOrder,
    law: shortText.optional(),
    opinion: longText.optional(),
    ...clockFields,
  }),
});
export type InstrumentOrdered = FactOf<typeof instrumentOrdered>;

/** The instrument is out, with its printed number. */
export const instrumentIssued = defineEvent('InstrumentIssued', {
  title: { zh: '制发文书', en: 'Instrument issued' },
  schema: z.strictObject({
    ...instrumentOrder,
    printedNumber,
    issuedOn: localDate,
    decision: decisionRef.optional(),
    replyClock: z
      .strictObject({ clock: clockId, variant: z.string().max(40).exactOptional() })
      .optional()
      .meta({ description: '送达后启动的回复期限 / Clock that service will start' }),
    recordFiling: z.boolean().meta({ description: '须报上一级院备案 / Must be filed with the superior' }),
    ...clockFields,
  }),
});
export type InstrumentIssued = FactOf<typeof instrumentIssued>;

/** The body has it, with proof. Starts the reply clock. */
export const instrumentServed = defineEvent('InstrumentServed', {
  title: { zh: '送达文书', en: 'Instrument served' },
  schema: z.strictObject({
    instrument: instrumentRef,
    method: z.enum(['direct', 'announced', 'post', 'electronic', 'left_behind']),
    servedOn: localDate,
    receivedBy: personName.optional().meta({ description: '签收人 / Who signed for it' }),
    proof: shortText.meta({ description: '送达回证 / Proof of service' }),
    evidenceEnclosed: z.boolean().optional(),
    ...clockFields,
  }),
  personal: ['receivedBy'],
});
export type InstrumentServed = FactOf<typeof instrumentServed>;

/** The superior unit has it on file (S3 §21). */
export const instrumentFiledWithSuperior = defineEvent('InstrumentFiledWithSuperior', {
  title: { zh: '报上一级院备案', en: 'Instrument filed with the superior' },
  schema: z.strictObject({
    instrument: instrumentRef,
    superior: unitCode,
    filedOn: localDate,
    ...clockFields,
  }),
});
export type InstrumentFiledWithSuperior = FactOf<typeof instrumentFiledWithSuperior>;

/** Others got a copy (S3 §20). */
export const instrumentCopied = defineEvent('InstrumentCopied', {
  title: { zh: '抄送', en: 'Instrument copied' },
  schema: z.strictObject({ instrument: instrumentRef, to: listOf(bodyName, 50), copiedOn: localDate }),
});
export type InstrumentCopied = FactOf<typeof instrumentCopied>;

/** The instrument is withdrawn as wrong; it is counted off from the month in which it was counted (S2 §554; S3 §22). */
export const opinionRevoked = defineEvent('OpinionRevoked', {
  title: { zh: '撤销监督意见', en: 'Opinion revoked' },
  schema: z.strictObject({
    instrument: instrumentRef,
    orderedBy: z.enum(['own_unit', 'superior']),
    revokedOn: localDate,
    opinion: longText,
    ...clockFields,
  }),
});
export type OpinionRevoked = FactOf<typeof opinionRevoked>;

/** A paper register of instruments is carried on. */
export const documentSeriesContinued = defineEvent('DocumentSeriesContinued', {
  title: { zh: '接续文号', en: 'Document series continued' },
  schema: z.strictObject({
    unit: unitCode,
    word: bodyName.meta({ description: '文种代字 / Word of the kind' }),
    year: registerYear,
    lastNumber: z.int().min(0).max(999_999),
  }),
});
export type DocumentSeriesContinued = FactOf<typeof documentSeriesContinued>;

/** An instrument got its printed number, which is the place of this event in its series. */
export const instrumentNumbered = defineEvent('InstrumentNumbered', {
  title: { zh: '文书编号', en: 'Instrument numbered' },
  schema: z.strictObject({
    unit: unitCode,
    word: bodyName,
    year: registerYear,
    sequence: z.int().min(1).max(999_999),
    printedNumber,
    matter: matterNumber,
    instrument: instrumentRef,
  }),
});
export type InstrumentNumbered = FactOf<typeof instrumentNumbered>;

/** Events of instruments. */
export const instrumentEvents = [
  instrumentOrdered,
  instrumentIssued,
  instrumentServed,
  instrumentFiledWithSuperior,
  instrumentCopied,
  opinionRevoked,
  documentSeriesContinued,
  instrumentNumbered,
] as const;

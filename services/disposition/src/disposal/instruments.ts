import {
  instrumentCopied,
  instrumentIssued,
  instrumentRef,
  instrumentServed,
  localDate,
  longText,
  shortText,
  unitCode,
} from '@jiandu/contracts';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { answerClockStarted, clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { kindOf, TO_FILE_WITH_SUPERIOR, TO_SEND } from '../type-rules.ts';
import { allOvertaken, met } from './clock-ends.ts';
import { command, type Evolution, happened } from './facts.ts';
import { inHand, notBefore, ofFiled, standing } from './in-hand.ts';
import { instrumentInput, newInstrument, ordersOf } from './instrument-orders.ts';
import { withInstruments } from './state.ts';

export const instrumentEvolution: Evolution = {
  InstrumentOrdered: (disposal, { law: _law, opinion: _opinion, clocks: _clocks, ...order }) => ({
    ...disposal,
    instruments: new Map(disposal.instruments).set(order.instrument, newInstrument(order, disposal.filedOn)),
  }),
  InstrumentIssued: (disposal, { instrument, printedNumber, issuedOn, replyClock, recordFiling }) =>
    withInstruments(disposal, [instrument], (before) => ({
      ...before,
      issued: { printedNumber, on: issuedOn, replyClock, recordFiling },
    })),
  InstrumentServed: (disposal, { instrument, servedOn }) =>
    withInstruments(disposal, [instrument], (before) => ({ ...before, servedOn })),
  InstrumentFiledWithSuperior: (disposal, { instrument }) =>
    withInstruments(disposal, [instrument], (before) => ({ ...before, filedWithSuperior: true })),
  OpinionRevoked: (disposal, { instrument, revokedOn }) =>
    withInstruments(disposal, [instrument], (before) => ({ ...before, revokedOn, reExamination: undefined })),
};

/** Clocks that end with the instrument they run for. */
export function revocationEnds(disposal: Parameters<typeof allOvertaken>[0], instrument: string) {
  return allOvertaken(disposal, ({ subject }) => subject === instrument, 'OpinionRevoked');
}

const { shape: service } = instrumentServed.schema;

/** Making, numbering, serving, filing, copying and withdrawing instruments. */
export const instrumentCommands = {
  orderInstrument: command({
    title: { zh: '制作文书', en: 'Order an instrument' },
    law: ['S2 §557–562', 'DOMAIN §10 (2)'],
    input: instrumentInput.extend({ law: shortText.optional(), opinion: longText.optional() }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide: inHand(({ law, opinion, ...wanted }, disposal, context) => {
      const { type } = disposal.profile;
      const kind = kindOf(context, type, wanted.kind);
      if (kind !== undefined && !kind.byHandler) {
        return refuse('instrument.needs-decision', { field: 'kind', kind: kind.title.zh });
      }
      const orders = ordersOf(disposal, context, [wanted], context.today);
      if (isRefusal(orders)) return orders;
      return orders.map((order) => happened('InstrumentOrdered', { ...order, law, opinion }, context.today));
    }),
  }),

  issueInstrument: command({
    title: { zh: '文书编号制发', en: 'Issue an instrument under its printed number' },
    law: ['S3 §7', 'DOMAIN §3.1'],
    input: z.strictObject({
      instrument: instrumentRef,
      printedNumber: instrumentIssued.schema.shape.printedNumber,
      issuedOn: localDate,
    }),
    may: [{ role: 'system', relation: 'system' }],
    internal: true,
    decide: ofFiled(({ instrument: ref, printedNumber, issuedOn }, disposal, context) => {
      const found = disposal.instruments.get(ref);
      if (found === undefined) return refuse('instrument.unknown', { field: 'instrument', instrument: ref });
      if (found.issued !== undefined) {
        const { printedNumber: before } = found.issued;
        if (before === printedNumber) return [];
        return refuse('instrument.other-number', { instrument: ref, printedNumber: before });
      }
      const { replyClock, recordFiling = false } =
        kindOf(context, disposal.profile.type, found.order.kind) ?? {};
      const filing = { clock: TO_FILE_WITH_SUPERIOR, subject: ref, start: issuedOn };
      return [
        happened(
          'InstrumentIssued',
          {
            ...found.order,
            printedNumber,
            issuedOn,
            decision: found.decision,
            replyClock,
            recordFiling,
            clocks: recordFiling ? clocksStarted(disposal, context, [filing]) : [],
          },
          issuedOn,
        ),
      ];
    }),
  }),

  serveInstrument: command({
    title: { zh: '送达文书', en: 'Serve an instrument' },
    law: ['S2 §553', 'S2 §560', 'S2 §563', 'S3 §18'],
    input: z.strictObject({
      instrument: instrumentRef,
      method: service.method,
      servedOn: localDate.optional(),
      receivedBy: service.receivedBy,
      proof: service.proof,
      evidenceEnclosed: service.evidenceEnclosed,
    }),
    may: [{ role: 'clerk', relation: 'unit' }],
    decide: inHand((input, disposal, context) => {
      const found = standing(disposal, input.instrument);
      if (isRefusal(found)) return found;
      const { ref, order, issued } = found;
      if (found.servedOn !== undefined) return refuse('instrument.served-already', { instrument: ref });
      const servedOn = input.servedOn ?? context.today;
      const early = notBefore('servedOn', servedOn, issued?.on ?? disposal.filedOn);
      if (early !== undefined) return early;
      const start = { subject: ref, start: servedOn };
      const answer =
        issued?.replyClock === undefined
          ? undefined
          : answerClockStarted(disposal, context, { ...issued.replyClock, ...start }, order);
      if (isRefusal(answer)) return answer;
      const clocks = answer === undefined ? [] : [answer];
      const clocksMet = met(disposal, [TO_SEND], [ref]);
      return [happened('InstrumentServed', { ...input, servedOn, clocks, clocksMet }, servedOn)];
    }),
  }),

  fileWithSuperior: command({
    title: { zh: '报上一级院备案', en: 'File an instrument with the superior' },
    law: ['S3 §21'],
    input: z.strictObject({
      instrument: instrumentRef,
      filedOn: localDate.optional(),
      superior: unitCode.optional(),
    }),
    may: [
      { role: 'case_admin', relation: 'unit' },
      { role: 'prosecutor', relation: 'own' },
    ],
    decide: inHand((input, disposal, { today, directory }) => {
      const found = standing(disposal, input.instrument);
      if (isRefusal(found)) return found;
      const { ref: instrument, issued, filedWithSuperior } = found;
      if (issued?.recordFiling !== true) return refuse('instrument.filing-not-required', { instrument });
      if (filedWithSuperior) return refuse('instrument.filed-already', { instrument });
      const superior = input.superior ?? directory.unit(disposal.profile.unit)?.parent;
      if (superior === undefined) return refuse('escalation.no-superior');
      const filedOn = input.filedOn ?? today;
      const clocksMet = met(disposal, [TO_FILE_WITH_SUPERIOR], [instrument]);
      return (
        notBefore('filedOn', filedOn, issued.on) ?? [
          happened('InstrumentFiledWithSuperior', { instrument, superior, filedOn, clocksMet }, filedOn),
        ]
      );
    }),
  }),

  copyInstrument: command({
    title: { zh: '抄送文书', en: 'Send copies of an instrument' },
    law: ['S3 §20'],
    input: z.strictObject({
      instrument: instrumentRef,
      to: instrumentCopied.schema.shape.to,
      copiedOn: localDate.optional(),
    }),
    may: [
      { role: 'chief', relation: 'unit' },
      { role: 'case_admin', relation: 'unit' },
      { role: 'clerk', relation: 'unit' },
    ],
    decide: inHand(({ instrument, to, copiedOn: on }, disposal, { today }) => {
      const found = standing(disposal, instrument);
      if (isRefusal(found)) return found;
      const copiedOn = on ?? today;
      return (
        notBefore('copiedOn', copiedOn, found.issued?.on ?? disposal.filedOn) ?? [
          happened('InstrumentCopied', { instrument, to, copiedOn }, copiedOn),
        ]
      );
    }),
  }),

  revokeOpinion: command({
    title: { zh: '撤销监督意见', en: 'Revoke an opinion' },
    law: ['S2 §554', 'S3 §22', 'S5 §121'],
    input: z.strictObject({ instrument: instrumentRef, opinion: longText, revokedOn: localDate.optional() }),
    may: [
      { role: 'chief', relation: 'unit' },
      { role: 'committee', relation: 'unit' },
    ],
    decide: inHand(({ instrument, opinion, revokedOn: on }, disposal, { today }) => {
      const found = standing(disposal, instrument);
      if (isRefusal(found)) return found;
      const revokedOn = on ?? today;
      const early = notBefore('revokedOn', revokedOn, found.servedOn ?? found.issued?.on ?? disposal.filedOn);
      if (early !== undefined) return early;
      const clocksReplaced = revocationEnds(disposal, instrument);
      return [
        happened(
          'OpinionRevoked',
          { instrument, orderedBy: 'own_unit', revokedOn, opinion, clocksReplaced },
          revokedOn,
        ),
      ];
    }),
  }),
};

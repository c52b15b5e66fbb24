import {
  instrumentRef,
  localDate,
  longText,
  personId,
  reExaminationDecided,
  reExaminationRequested,
  supervisedBody,
} from '@jiandu/contracts';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { answerClockStarted, clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { hasRemedy, kindOf, remedyClocks, TO_ESCALATE, TO_URGE, URGED } from '../type-rules.ts';
import { met, overtaken } from './clock-ends.ts';
import { command, type Evolution, happened } from './facts.ts';
import { inHand, notBefore, proposedBy, served } from './in-hand.ts';
import { revocationEnds } from './instruments.ts';
import { withInstruments } from './state.ts';

export const reExaminationEvolution: Evolution = {
  ReExaminationRequested: (disposal, { instrument, receivedOn }) =>
    withInstruments(disposal, [instrument], (before) => ({
      ...before,
      reExamination: 'pending',
      answeredOn: receivedOn,
      overdueClock: undefined,
      urgedOn: undefined,
    })),
  ReExaminationDecided: (disposal, { instrument, outcome }) =>
    withInstruments(disposal, [instrument], (before) => ({
      ...before,
      reExamination: outcome === 'revoked' ? undefined : outcome,
    })),
};

const REMEDY_CLOCKS = Object.values(remedyClocks);

/** The body's remedies: to have an opinion looked at again (S2 §554, §565). */
export const reExaminationCommands = {
  requestReExamination: command({
    title: { zh: '登记复查申请', en: 'Record a request for re-examination' },
    law: ['S2 §554', 'S2 §565'],
    input: z.strictObject({
      instrument: instrumentRef,
      remedy: reExaminationRequested.schema.shape.remedy.default('re_examination'),
      by: supervisedBody.optional(),
      receivedOn: localDate.optional(),
      enteredFrom: z.enum(['paper', 'exchange']).default('paper'),
      content: longText,
    }),
    may: [
      { role: 'clerk', relation: 'unit' },
      { role: 'case_admin', relation: 'unit' },
    ],
    decide: inHand((input, disposal, context) => {
      const found = served(disposal, input.instrument);
      if (isRefusal(found)) return found;
      const { ref, order, issued, servedOn, reExamination } = found;
      const kind = kindOf(context, disposal.profile.type, order.kind);
      if (!hasRemedy(kind, input.remedy)) {
        return refuse('re-examination.not-provided', { kind: kind?.title.zh ?? order.kind });
      }
      if (reExamination === 'pending') return refuse('re-examination.pending', { instrument: ref });
      const receivedOn = input.receivedOn ?? context.today;
      const early = notBefore('receivedOn', receivedOn, servedOn);
      if (early !== undefined) return early;
      const decideBy = { clock: remedyClocks[input.remedy], subject: ref, start: receivedOn };
      const clock = answerClockStarted(disposal, context, decideBy, {});
      if (isRefusal(clock)) return clock;
      const awaited = issued?.replyClock === undefined ? [] : [issued.replyClock.clock];
      return [
        happened(
          'ReExaminationRequested',
          {
            ...input,
            by: input.by ?? order.addressee,
            receivedOn,
            clocks: [clock],
            clocksMet: met(disposal, [...awaited, URGED], [ref]),
            clocksReplaced: overtaken(disposal, [TO_URGE, TO_ESCALATE], [ref], 'ReExaminationRequested'),
          },
          receivedOn,
        ),
      ];
    }),
  }),

  decideReExamination: command({
    title: { zh: '作出复查决定', en: 'Decide on the re-examination' },
    law: ['S2 §554', 'S2 §565'],
    input: z.strictObject({
      instrument: instrumentRef,
      examiner: personId.meta({
        description: '复查检察官，不得是原承办人 / Prosecutor other than the handler',
      }),
      outcome: reExaminationDecided.schema.shape.outcome,
      opinion: longText,
      notifiedOn: localDate.optional(),
    }),
    may: [{ role: 'chief', relation: 'unit' }],
    decide: inHand((input, disposal, context) => {
      const found = served(disposal, input.instrument);
      if (isRefusal(found)) return found;
      const { ref: instrument, reExamination, answeredOn = found.servedOn } = found;
      if (reExamination !== 'pending') return refuse('re-examination.not-requested', { instrument });
      const { actor, directory, today } = context;
      if (proposedBy(disposal, actor.person)) return refuse('approval.own-proposal');
      if (proposedBy(disposal, input.examiner))
        return refuse('re-examination.own-matter', { field: 'examiner' });
      const { unit } = disposal.profile;
      const holder = directory
        .holders('prosecutor', unit, today)
        .find(({ person }) => person === input.examiner);
      if (holder === undefined) {
        return refuse('re-examination.no-prosecutor', { field: 'examiner', person: input.examiner });
      }
      const notifiedOn = input.notifiedOn ?? today;
      const early = notBefore('notifiedOn', notifiedOn, answeredOn);
      if (early !== undefined) return early;
      const { outcome, opinion } = input;
      const upheld = { clock: TO_ESCALATE, subject: instrument, start: notifiedOn };
      const decided = happened(
        'ReExaminationDecided',
        {
          instrument,
          examiner: { person: holder.person, name: holder.name, unit },
          outcome,
          opinion,
          notifiedOn,
          clocks: outcome === 'upheld' ? clocksStarted(disposal, context, [upheld]) : [],
          clocksMet: met(disposal, REMEDY_CLOCKS, [instrument]),
        },
        notifiedOn,
      );
      if (outcome !== 'revoked') return [decided];
      const clocksReplaced = revocationEnds(disposal, instrument).filter(
        ({ clock }) => !REMEDY_CLOCKS.some((each) => each === clock),
      );
      const revoked = {
        instrument,
        orderedBy: 'own_unit' as const,
        revokedOn: notifiedOn,
        opinion,
        clocksReplaced,
      };
      return [decided, happened('OpinionRevoked', revoked, notifiedOn)];
    }),
  }),
};

import {
  escalationAccepted,
  escalationRef,
  instrumentRef,
  listOf,
  localDate,
  longText,
  personId,
  superiorReviewDecided,
  supervisedSuperiorNotified,
} from '@jiandu/contracts';
import type { Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { TO_ESCALATE } from '../type-rules.ts';
import { met } from './clock-ends.ts';
import { command, type Evolution, happened } from './facts.ts';
import { allServed, inHand, notBefore } from './in-hand.ts';
import { groundForEscalation } from './instrument-ends.ts';
import { revocationEnds } from './instruments.ts';
import type { Disposal, EscalationRecord } from './state.ts';
import { put } from './state.ts';

function changed(disposal: Disposal, ref: string, news: Partial<EscalationRecord>): Disposal {
  const found = disposal.escalations.get(ref);
  if (found === undefined) return disposal;
  return { ...disposal, escalations: put(disposal.escalations, ref, { ...found, ...news }) };
}

export const escalationEvolution: Evolution = {
  EscalatedToSuperior: (disposal, { escalation: ref, superior, instruments, ground, escalatedOn }) => {
    const record: EscalationRecord = { ref, superior, instruments, ground, escalatedOn };
    return { ...disposal, escalations: put(disposal.escalations, ref, record) };
  },
  EscalationAccepted: (disposal, { escalation, reviewer, acceptedOn }) =>
    changed(disposal, escalation, { acceptedOn, reviewer: reviewer?.person }),
  SuperiorReviewDecided: (disposal, { escalation, outcome, decidedOn }) =>
    changed(disposal, escalation, { outcome, decidedOn }),
  SupervisedSuperiorNotified: (disposal, { escalation, notifiedOn }) =>
    changed(disposal, escalation, { bodysSuperiorToldOn: notifiedOn }),
};

/** The escalation named, or the newest one. */
function escalationOf({ escalations }: Disposal, ref: string | undefined): EscalationRecord | Refusal {
  const found = ref === undefined ? [...escalations.values()].at(-1) : escalations.get(ref);
  return found ?? refuse('escalation.unknown', { field: 'escalation', escalation: ref ?? 'E-1' });
}

/** Taking the question up, and what the superior unit makes of it (S2 §553–554). */
export const escalationCommands = {
  escalateToSuperior: command({
    title: { zh: '报告上一级院', en: 'Escalate to the superior' },
    law: ['S2 §553–554', 'S3 §25'],
    input: z.strictObject({
      instruments: listOf(instrumentRef, 50).refine((refs) => refs.length > 0),
      opinion: longText,
      escalatedOn: localDate.optional(),
    }),
    may: [
      { role: 'prosecutor', relation: 'own' },
      { role: 'chief', relation: 'unit' },
    ],
    decide: inHand((input, disposal, { today, directory }) => {
      const instruments = allServed(disposal, input.instruments);
      if (isRefusal(instruments)) return instruments;
      const grounds = instruments.map((each) => ({
        ref: each.ref,
        ground: groundForEscalation(disposal, each),
      }));
      const without = grounds.find(({ ground }) => ground === undefined);
      if (without !== undefined) return refuse('escalation.no-ground', { instrument: without.ref });
      const open = [...disposal.escalations.values()].find(
        (each) =>
          each.outcome === undefined && each.instruments.some((ref) => input.instruments.includes(ref)),
      );
      if (open !== undefined) {
        return refuse('escalation.open-already', {
          instrument: open.instruments.join('、'),
          escalation: open.ref,
        });
      }
      const superior = directory.unit(disposal.profile.unit)?.parent;
      if (superior === undefined) return refuse('escalation.no-superior');
      const escalatedOn = input.escalatedOn ?? today;
      const earliest = instruments
        .map((each) => each.answeredOn ?? each.servedOn)
        .reduce((a, b) => (a > b ? a : b));
      const ground = grounds[0]?.ground ?? 'refused';
      const escalation = `E-${disposal.escalations.size + 1}`;
      const clocksMet = met(disposal, [TO_ESCALATE], input.instruments);
      return (
        notBefore('escalatedOn', escalatedOn, earliest) ?? [
          happened(
            'EscalatedToSuperior',
            { ...input, escalation, superior, ground, escalatedOn, clocksMet },
            escalatedOn,
          ),
        ]
      );
    }),
  }),

  acceptEscalation: command({
    title: { zh: '登记下级院报请', en: 'Accept an escalation' },
    law: ['S2 §554', 'DOMAIN §0.1 (6)'],
    input: z.strictObject({
      escalation: escalationRef.optional(),
      reviewer: personId.optional(),
      line: escalationAccepted.schema.shape.line,
      acceptedOn: localDate.optional(),
    }),
    may: [{ role: 'case_admin', relation: 'escalated' }],
    decide: inHand((input, disposal, { today, directory }) => {
      const found = escalationOf(disposal, input.escalation);
      if (isRefusal(found)) return found;
      const { ref: escalation, superior, escalatedOn } = found;
      if (found.acceptedOn !== undefined) return refuse('escalation.accepted-already', { escalation });
      const acceptedOn = input.acceptedOn ?? today;
      const early = notBefore('acceptedOn', acceptedOn, escalatedOn);
      if (early !== undefined) return early;
      const { line } = input;
      if (input.reviewer === undefined) {
        return [happened('EscalationAccepted', { escalation, line, acceptedOn }, acceptedOn)];
      }
      const holder = directory
        .holders('prosecutor', superior, today)
        .find((each) => each.person === input.reviewer);
      if (holder === undefined) {
        return refuse('re-examination.no-prosecutor', { field: 'reviewer', person: input.reviewer });
      }
      const reviewer = { person: holder.person, name: holder.name, unit: superior };
      return [happened('EscalationAccepted', { escalation, reviewer, line, acceptedOn }, acceptedOn)];
    }),
  }),

  decideSuperiorReview: command({
    title: { zh: '上级院审查', en: 'Decide the superior review' },
    law: ['S2 §554', 'S3 §22'],
    input: z.strictObject({
      escalation: escalationRef.optional(),
      outcome: superiorReviewDecided.schema.shape.outcome,
      opinion: longText,
      decidedOn: localDate.optional(),
    }),
    may: [
      { role: 'prosecutor', relation: 'escalated' },
      { role: 'line_superior', relation: 'escalated' },
      { role: 'chief', relation: 'escalated' },
    ],
    decide: inHand((input, disposal, { today, actor }) => {
      const found = escalationOf(disposal, input.escalation);
      if (isRefusal(found)) return found;
      const { ref: escalation, acceptedOn, reviewer } = found;
      if (acceptedOn === undefined) return refuse('escalation.not-accepted', { escalation });
      if (found.outcome !== undefined) return refuse('escalation.decided-already', { escalation });
      if (reviewer !== undefined && reviewer !== actor.person)
        return refuse('escalation.other-reviewer', { escalation });
      const decidedOn = input.decidedOn ?? today;
      const early = notBefore('decidedOn', decidedOn, acceptedOn);
      if (early !== undefined) return early;
      const { outcome, opinion } = input;
      const decided = happened(
        'SuperiorReviewDecided',
        { escalation, outcome, opinion, decidedOn },
        decidedOn,
      );
      if (outcome !== 'wrong') return [decided];
      const withdrawn = found.instruments.filter(
        (ref) => disposal.instruments.get(ref)?.revokedOn === undefined,
      );
      return [
        decided,
        ...withdrawn.map((instrument) => {
          const clocksReplaced = revocationEnds(disposal, instrument);
          const data = {
            instrument,
            orderedBy: 'superior' as const,
            revokedOn: decidedOn,
            opinion,
            clocksReplaced,
          };
          return happened('OpinionRevoked', data, decidedOn);
        }),
      ];
    }),
  }),

  notifySupervisedSuperior: command({
    title: { zh: '通报被监督单位上级机关', en: "Notify the supervised body's superior" },
    law: ['S2 §553–554'],
    input: z.strictObject({
      escalation: escalationRef.optional(),
      body: supervisedSuperiorNotified.schema.shape.body,
      content: longText,
      notifiedOn: localDate.optional(),
    }),
    may: [{ role: 'chief', relation: 'escalated' }],
    decide: inHand((input, disposal, { today }) => {
      const found = escalationOf(disposal, input.escalation);
      if (isRefusal(found)) return found;
      const { ref: escalation, outcome, decidedOn } = found;
      if (decidedOn === undefined || outcome === 'wrong')
        return refuse('escalation.not-upheld', { escalation });
      const { body, content, notifiedOn = today } = input;
      return (
        notBefore('notifiedOn', notifiedOn, decidedOn) ?? [
          happened('SupervisedSuperiorNotified', { escalation, body, content, notifiedOn }, notifiedOn),
        ]
      );
    }),
  }),
};

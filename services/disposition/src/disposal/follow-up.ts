import {
  followUpActed,
  instrumentRef,
  issueRef,
  listOf,
  localDate,
  longText,
  personId,
  rectificationVerified,
} from '@jiandu/contracts';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { TO_ASSESS, TO_VISIT, typeRules } from '../type-rules.ts';
import { met } from './clock-ends.ts';
import { command, type Evolution, happened } from './facts.ts';
import { allServed, inHand, notBefore, served } from './in-hand.ts';
import { namedStaff } from './named-staff.ts';
import type { Disposal } from './state.ts';
import { withInstruments } from './state.ts';

export const followUpEvolution: Evolution = {
  FollowUpActed: (disposal, { act, instrument }) =>
    act === 'visit' && instrument !== undefined
      ? withInstruments(disposal, [instrument], (before) => ({ ...before, visited: true }))
      : disposal,
  RectificationVerified: (disposal, { instruments, issues, corrected }) =>
    withInstruments(disposal, instruments, (before) => {
      const own = issues.filter(({ issue }) => before.order.issues.includes(issue));
      const found = own.length > 0 ? own.every((each) => each.corrected) : corrected;
      return { ...before, visited: true, seenCorrected: found };
    }),
};

/** Replies that speak to nothing but these instruments: seeing for oneself takes the place of judging them. */
function repliesSeen({ replies }: Disposal, instruments: readonly string[]): readonly string[] {
  return [...replies.values()]
    .filter(
      (reply) =>
        reply.assessment === undefined && reply.instruments.every((ref) => instruments.includes(ref)),
    )
    .map(({ ref }) => ref);
}

/** Instruments of which at least one of these issues is. */
function coveringInstruments({ instruments }: Disposal, issues: readonly string[]): readonly string[] {
  return [...instruments.values()]
    .filter(
      ({ order, servedOn, revokedOn }) =>
        servedOn !== undefined &&
        revokedOn === undefined &&
        order.issues.some((issue) => issues.includes(issue)),
    )
    .map(({ ref }) => ref);
}

/** Pushing the matter on, and seeing whether things were put right. */
export const followUpCommands = {
  actOnFollowUp: command({
    title: { zh: '跟进', en: 'Follow up' },
    law: ['S2 §564', 'S3 §24'],
    input: z.strictObject({
      act: followUpActed.schema.shape.act,
      instrument: instrumentRef.optional(),
      content: longText,
      actedOn: localDate.optional(),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide: inHand((input, disposal, context) => {
      const { act, instrument: ref, content } = input;
      const actedOn = input.actedOn ?? context.today;
      if (ref !== undefined) {
        const found = served(disposal, ref);
        if (isRefusal(found)) return found;
        const early = notBefore('actedOn', actedOn, found.servedOn);
        if (early !== undefined) return early;
      }
      const { follow } = typeRules(context, disposal.profile.type);
      const running = disposal.openClocks.find(
        ({ clock, subject }) => clock === follow?.clock && (ref === undefined || subject === ref),
      );
      if (act === 'progress_letter' && running !== undefined && actedOn <= running.due) {
        return refuse('follow-up.too-early', { due: running.due });
      }
      return [happened('FollowUpActed', { act, instrument: ref, content, actedOn }, actedOn)];
    }),
  }),

  verifyRectification: command({
    title: { zh: '核实整改', en: 'Verify rectification' },
    law: ['S5 §69', 'S6 §65', 'DOMAIN §5.1 (R-10)'],
    input: z.strictObject({
      persons: listOf(personId, 60),
      instruments: listOf(instrumentRef, 50).default([]),
      issues: listOf(
        z.strictObject({ issue: issueRef, corrected: z.boolean(), finding: longText.optional() }),
        200,
      ).default([]),
      corrected: rectificationVerified.schema.shape.corrected.optional(),
      finding: longText,
      verifiedOn: localDate.optional(),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide: inHand((input, disposal, context) => {
      if (new Set(input.persons).size < 2) {
        return refuse('verification.two-persons', { field: 'persons' });
      }
      if (input.persons.some((person) => disposal.suspended.includes(person)))
        return refuse('handler.suspended');
      const unknown = input.issues.find(({ issue }) => !disposal.issues.has(issue));
      if (unknown !== undefined) return refuse('issue.unknown', { field: 'issues', issue: unknown.issue });
      const issueRefs = input.issues.map(({ issue }) => issue);
      const refs = [...new Set([...input.instruments, ...coveringInstruments(disposal, issueRefs)])];
      if (refs.length + issueRefs.length === 0)
        return refuse('verification.nothing-named', { field: 'instruments' });
      const instruments = allServed(disposal, refs);
      if (isRefusal(instruments)) return instruments;
      const verifiedOn = input.verifiedOn ?? context.today;
      const latest = instruments
        .map(({ servedOn }) => servedOn)
        .reduce((a, b) => (a > b ? a : b), disposal.filedOn);
      const early = notBefore('verifiedOn', verifiedOn, latest);
      if (early !== undefined) return early;
      const corrected = input.corrected ?? input.issues.every((each) => each.corrected);
      const clocksMet = [
        ...met(disposal, [TO_VISIT], refs),
        ...met(disposal, [TO_ASSESS], repliesSeen(disposal, refs)),
      ];
      const persons = namedStaff(input.persons, { field: 'persons', day: verifiedOn }, context);
      if (isRefusal(persons)) return persons;
      const { issues, finding } = input;
      const seen = { persons, verifiedOn, instruments: refs, issues, corrected, finding, clocksMet };
      return [happened('RectificationVerified', seen, verifiedOn)];
    }),
  }),
};

import { type InstrumentKind, roleOf } from '@jiandu/catalogue';
import {
  decisionMade,
  jointConferenceHeld,
  listOf,
  localDate,
  longText,
  personId,
  type StaffMember,
  shortText,
} from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { kindOf, TO_SEND, TO_TELL_PARTY, typeRules } from '../type-rules.ts';
import { command, type Evolution, happened } from './facts.ts';
import { inHand, notBefore, proposedBy } from './in-hand.ts';
import { instrumentInput, newInstrument, ordersOf } from './instrument-orders.ts';
import { namedMember, namedStaff } from './named-staff.ts';
import type { Disposal } from './state.ts';

export const decisionEvolution: Evolution = {
  DecisionMade: (disposal, { decision, outcome, instruments, decidedOn }) => ({
    ...disposal,
    decisions: [...disposal.decisions, { ref: decision, outcome, on: decidedOn }],
    instruments: new Map([
      ...disposal.instruments,
      ...instruments.map((order) => [order.instrument, newInstrument(order, decidedOn, decision)] as const),
    ]),
  }),
};

const { shape: decided } = decisionMade.schema;
const { shape: conference } = jointConferenceHeld.schema;

const decisionInput = z.strictObject({
  outcome: decided.outcome,
  instruments: listOf(instrumentInput, 100).default([]),
  law: shortText.optional(),
  opinion: longText,
  decidedOn: localDate.optional(),
  vote: decided.vote,
});
type DecisionInput = z.output<typeof decisionInput>;

/** The body in whose name somebody decides: the role in which he was let in. */
function bodyOf({ actor }: Context): 'chief' | 'committee' {
  return actor.role === 'committee' ? 'committee' : 'chief';
}

/** More than half must be there, and more than half of all members must agree (S7 §8, §21). */
function refuseVote(body: string, vote: DecisionInput['vote']): Refusal | undefined {
  if (body !== 'committee') return undefined;
  if (vote === undefined) return refuse('committee.vote-missing', { field: 'vote' });
  const { members, present, inFavour, against } = vote;
  if (inFavour + against > present) {
    return refuse('conference.votes-exceed', { field: 'vote', votes: inFavour + against, present });
  }
  if (present * 2 <= members) return refuse('committee.no-quorum', { members, present });
  return inFavour * 2 > members ? undefined : refuse('committee.no-majority', { members, inFavour });
}

/** The first of these kinds that this body may not decide on; what the handler may issue, its superiors may too. */
export function refuseCompetence(
  kinds: readonly Pick<InstrumentKind, 'byHandler' | 'decidedBy' | 'title'>[],
  body: 'chief' | 'committee',
): Refusal | undefined {
  const other = kinds.find(({ decidedBy, byHandler }) => !byHandler && !decidedBy.includes(body));
  if (other === undefined) return undefined;
  const competent = other.decidedBy.map((role) => roleOf(role)?.title.zh ?? role).join('、');
  return refuse('decision.not-competent', { kind: other.title.zh, competent });
}

function refuseDecision(input: DecisionInput, disposal: Disposal, context: Context): Refusal | undefined {
  const { type } = disposal.profile;
  if (proposedBy(disposal, context.actor.person)) return refuse('approval.own-proposal');
  const kinds = input.instruments.flatMap(({ kind }) => kindOf(context, type, kind) ?? []);
  const reportFirst =
    kinds.length > 0
      ? kinds.some((kind) => kind.reportFirst)
      : typeRules(context, type).report.before === 'decision';
  if (reportFirst && disposal.report === undefined) return refuse('decision.report-missing');
  const named = input.instruments.length > 0;
  if (input.outcome === 'instruments' && !named) {
    return refuse('decision.instruments-missing', { field: 'instruments' });
  }
  if (input.outcome === 'no_action' && named) {
    return refuse('decision.instruments-unexpected', { field: 'instruments' });
  }
  const body = bodyOf(context);
  return refuseCompetence(kinds, body) ?? refuseVote(body, input.vote);
}

/** The head of department who calls the conference is in the chair, unless another is named. */
function chairOf(person: string | undefined, day: string, context: Context): StaffMember | Refusal {
  if (person !== undefined) return namedMember(person, { field: 'chair', day }, context);
  const { actor } = context;
  return { person: actor.person, name: actor.name, unit: actor.unit };
}

/** Advice and decision (DOMAIN §2.1 "Who decides"). */
export const decisionCommands = {
  holdJointConference: command({
    title: { zh: '召开检察官联席会议', en: 'Hold a joint conference' },
    law: ['S2 §7', 'DOMAIN §2.1'],
    input: z.strictObject({
      heldOn: localDate.optional(),
      chair: personId.optional(),
      attendees: listOf(personId, 60),
      inFavour: conference.inFavour,
      against: conference.against,
      question: conference.question,
      advice: conference.advice,
    }),
    may: [{ role: 'dept_head', relation: 'unit' }],
    decide: inHand((input, disposal, context) => {
      const heldOn = input.heldOn ?? context.today;
      const early = notBefore('heldOn', heldOn, disposal.filedOn);
      if (early !== undefined) return early;
      const chair = chairOf(input.chair, heldOn, context);
      if (isRefusal(chair)) return chair;
      const attendees = namedStaff(input.attendees, { field: 'attendees', day: heldOn }, context);
      if (isRefusal(attendees)) return attendees;
      const votes = input.inFavour + input.against;
      const present = attendees.length;
      if (votes > present) return refuse('conference.votes-exceed', { field: 'inFavour', votes, present });
      return [happened('JointConferenceHeld', { ...input, heldOn, chair, attendees }, heldOn)];
    }),
  }),

  makeDecision: command({
    title: { zh: '作出处理决定', en: 'Make the decision' },
    law: ['S2 §552', 'S2 §561', 'S3 §15', 'S7 §21'],
    input: decisionInput,
    may: [
      { role: 'chief', relation: 'unit' },
      { role: 'committee', relation: 'unit' },
    ],
    decide: inHand((input, disposal, context) => {
      const refusal = refuseDecision(input, disposal, context);
      if (refusal !== undefined) return refusal;
      const decidedOn = input.decidedOn ?? context.today;
      const early = notBefore('decidedOn', decidedOn, disposal.report?.submittedOn ?? disposal.filedOn);
      if (early !== undefined) return early;
      const instruments = ordersOf(disposal, context, input.instruments, decidedOn);
      if (isRefusal(instruments)) return instruments;
      const toldParty = input.outcome === 'no_action' && disposal.profile.complainant;
      const clocks = clocksStarted(disposal, context, [
        ...(toldParty ? [{ clock: TO_TELL_PARTY, subject: context.id, start: decidedOn }] : []),
        ...instruments.map(({ instrument }) => ({ clock: TO_SEND, subject: instrument, start: decidedOn })),
      ]);
      const { outcome, law, opinion, vote } = input;
      const decision = `DC-${disposal.decisions.length + 1}`;
      const said = {
        decision,
        body: bodyOf(context),
        outcome,
        instruments,
        law,
        opinion,
        decidedOn,
        vote,
        clocks,
      };
      return [happened('DecisionMade', said, decidedOn)];
    }),
  }),
};

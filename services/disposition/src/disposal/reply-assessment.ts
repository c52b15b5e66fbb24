import type { ClockToStart } from '@jiandu/catalogue';
import { instrumentRef, localDate, longText, replyAssessed, replyRef } from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { answerClockStarted, clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { TO_ASSESS, TO_ESCALATE, TO_URGE, TO_VISIT, typeRules, URGED } from '../type-rules.ts';
import { allOrRefusal } from './all-or-refusal.ts';
import { met } from './clock-ends.ts';
import { command, type DisposalFact, type Evolution, happened } from './facts.ts';
import { inHand, notBefore, served } from './in-hand.ts';
import { adoptionOf, groundForUrging } from './instrument-ends.ts';
import type { Adoption, AssessmentRecord, Disposal, ReplyRecord } from './state.ts';
import { put, withInstruments } from './state.ts';

export const assessmentEvolution: Evolution = {
  ReplyAssessed: (disposal, { reply: ref, adoption, issues = [], confirmationNeeded }) => {
    const reply = disposal.replies.get(ref);
    if (reply === undefined) return disposal;
    const assessment: AssessmentRecord = {
      adoption,
      issues: new Map(issues.map((each) => [each.issue, each.adoption])),
      confirmation: confirmationNeeded ? 'waiting' : 'not-needed',
    };
    return { ...disposal, replies: put(disposal.replies, ref, { ...reply, assessment }) };
  },
  ReplyAssessmentConfirmed: (disposal, { reply: ref, agreed }) => {
    const reply = disposal.replies.get(ref);
    if (reply?.assessment === undefined) return disposal;
    const assessment = agreed ? { ...reply.assessment, confirmation: 'agreed' as const } : undefined;
    return { ...disposal, replies: put(disposal.replies, ref, { ...reply, assessment }) };
  },
  ReplyUrged: (disposal, { instrument, urgedOn }) =>
    withInstruments(disposal, [instrument], (before) => ({ ...before, urgedOn })),
};

const letter = z.strictObject({
  replyBy: localDate.optional().meta({ description: '函中载明的回复日期 / Last day written in the letter' }),
  content: longText.optional(),
});

/** The letter that urges the body, and its clock (DL-56, or the day written in it). */
function urging(
  disposal: Disposal,
  context: Context,
  instrument: string,
  ground: 'overdue' | 'perfunctory' | 'partial' | 'refused',
  urgedOn: string,
  written: z.output<typeof letter>,
): DisposalFact | Refusal {
  const { replyBy, content } = written;
  const clock = answerClockStarted(
    disposal,
    context,
    { clock: URGED, subject: instrument, start: urgedOn },
    written,
  );
  if (isRefusal(clock)) return clock;
  const clocksMet = met(disposal, [TO_URGE], [instrument]);
  return happened(
    'ReplyUrged',
    { instrument, ground, urgedOn, replyBy, content, clocks: [clock], clocksMet },
    urgedOn,
  );
}

/** Judgements that leave something to be urged. */
function shortfall(adoption: Adoption): 'perfunctory' | 'partial' | 'refused' | undefined {
  if (adoption === 'perfunctory' || adoption === 'partial') return adoption;
  return adoption === 'refused' || adoption === 'none' ? 'refused' : undefined;
}

function assessable(disposal: Disposal, ref: string): ReplyRecord | Refusal {
  const reply = disposal.replies.get(ref);
  if (reply === undefined) return refuse('reply.unknown', { field: 'reply', reply: ref });
  if (reply.kind === 'progress') return refuse('reply.nothing-to-assess', { reply: ref });
  if (reply.assessment !== undefined) return refuse('reply.assessed-already', { reply: ref });
  return reply;
}

const { shape: judgement } = replyAssessed.schema;

/** Accepting less than everything, or what the type says, needs the department head (DOMAIN §2.1). */
function needsConfirmation(context: Context, type: string, adoption: Adoption): boolean {
  const always = typeRules(context, type).replyAssessmentConfirmedBy === 'dept_head';
  return always || adoption === 'partial' || adoption === 'refused_with_reason';
}

/** Judging the body's answer, and pushing where it falls short. */
export const assessmentCommands = {
  assessReply: command({
    title: { zh: '评价回复', en: 'Assess a reply' },
    law: ['DOMAIN §2.1', 'S4 §82'],
    input: z.strictObject({
      reply: replyRef,
      adoption: judgement.adoption,
      issues: judgement.issues,
      shortcomings: judgement.shortcomings,
      opinion: longText,
      assessedOn: localDate.optional(),
      urge: letter.optional().meta({ description: '退回并督促 / Send it back and urge at once' }),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide: inHand(({ urge, ...input }, disposal, context) => {
      const reply = assessable(disposal, input.reply);
      if (isRefusal(reply)) return reply;
      const { receivedOn } = reply;
      const assessedOn = input.assessedOn ?? context.today;
      const early = notBefore('assessedOn', assessedOn, receivedOn);
      if (early !== undefined) return early;
      const instruments = reply.instruments.flatMap((ref) => disposal.instruments.get(ref) ?? []);
      const covered = new Set(instruments.flatMap(({ order }) => order.issues));
      const stray = input.issues?.find(({ issue }) => !covered.has(issue));
      if (stray !== undefined) return refuse('issue.not-covered', { field: 'issues', issue: stray.issue });

      const judged: AssessmentRecord = {
        adoption: input.adoption,
        issues: new Map(input.issues?.map((each) => [each.issue, each.adoption])),
        confirmation: 'not-needed',
      };
      const outcome = instruments.map((each) => ({
        ref: each.ref,
        adoption: adoptionOf(judged, each),
        seen: each.seenCorrected === true,
      }));
      const starts = outcome.flatMap(({ ref: subject, adoption, seen }): readonly ClockToStart[] => {
        if (adoption === 'full') return seen ? [] : [{ clock: TO_VISIT, subject, start: assessedOn }];
        if (adoption === 'refused' || adoption === 'none') {
          return [{ clock: TO_ESCALATE, subject, start: assessedOn }];
        }
        return [];
      });
      const assessed = happened(
        'ReplyAssessed',
        {
          ...input,
          instruments: reply.instruments,
          assessedOn,
          confirmationNeeded: needsConfirmation(context, disposal.profile.type, input.adoption),
          clocks: clocksStarted(disposal, context, starts),
          clocksMet: met(disposal, [TO_ASSESS], [reply.ref]),
        },
        assessedOn,
      );
      if (urge === undefined) return [assessed];
      const letters = outcome.flatMap(({ ref, adoption }) => {
        const ground = shortfall(adoption);
        return ground === undefined ? [] : [urging(disposal, context, ref, ground, assessedOn, urge)];
      });
      if (letters.length === 0)
        return refuse('urging.no-ground', { instrument: reply.instruments.join('、') });
      return allOrRefusal([assessed, ...letters]);
    }),
  }),

  confirmAssessment: command({
    title: { zh: '审核回复评价', en: 'Confirm the assessment of a reply' },
    law: ['DOMAIN §2.1'],
    input: z.strictObject({ reply: replyRef, agreed: z.boolean(), opinion: longText.optional() }),
    may: [{ role: 'dept_head', relation: 'unit' }],
    decide: inHand((input, disposal, context) => {
      const reply = disposal.replies.get(input.reply);
      if (reply === undefined) return refuse('reply.unknown', { field: 'reply', reply: input.reply });
      if (reply.assessment?.confirmation !== 'waiting') {
        return refuse('assessment.not-waiting', { reply: input.reply });
      }
      if (disposal.handler.person === context.actor.person) return refuse('approval.own-proposal');
      const again = { clock: TO_ASSESS, subject: reply.ref, start: context.today };
      const clocks = input.agreed ? [] : clocksStarted(disposal, context, [again]);
      return [happened('ReplyAssessmentConfirmed', { ...input, clocks }, context.today)];
    }),
  }),

  urgeReply: command({
    title: { zh: '督促回复', en: 'Urge a reply' },
    law: ['S2 §553', 'S3 §24–25'],
    input: z.strictObject({ instrument: instrumentRef, urgedOn: localDate.optional(), ...letter.shape }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide: inHand(({ instrument: ref, urgedOn: on, ...written }, disposal, context) => {
      const found = served(disposal, ref);
      if (isRefusal(found)) return found;
      const ground = groundForUrging(disposal, found);
      if (ground === undefined) return refuse('urging.no-ground', { instrument: ref });
      const urgedOn = on ?? context.today;
      const early = notBefore('urgedOn', urgedOn, found.servedOn);
      if (early !== undefined) return early;
      const fact = urging(disposal, context, ref, ground, urgedOn, written);
      return isRefusal(fact) ? fact : [fact];
    }),
  }),
};

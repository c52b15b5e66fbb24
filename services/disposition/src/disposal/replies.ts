import type { ClockToStart } from '@jiandu/catalogue';
import {
  instrumentRef,
  issueRef,
  listOf,
  localDate,
  longText,
  replyReceived,
  shortText,
  supervisedBody,
} from '@jiandu/contracts';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { isAnswerClock, kindOf, TO_ASSESS, TO_ESCALATE, TO_URGE, typeRules, URGED } from '../type-rules.ts';
import { met, overtaken } from './clock-ends.ts';
import { command, type Evolution, happened } from './facts.ts';
import { allServed, inHand, notBefore, ofFiled, served } from './in-hand.ts';
import { hasDecisionDocument } from './instrument-ends.ts';
import { put, withInstruments } from './state.ts';

export const replyEvolution: Evolution = {
  ReplyReceived: (disposal, { reply: ref, kind, instruments, receivedOn }) => {
    const record = { ref, kind, instruments, receivedOn, readByReport: false };
    const known = { ...disposal, replies: put(disposal.replies, ref, record) };
    if (kind === 'progress') return known;
    return withInstruments(known, instruments, (before) => ({
      ...before,
      replies: [...before.replies, ref],
      answeredOn: receivedOn,
      overdueClock: undefined,
      urgedOn: undefined,
      seenCorrected: undefined,
      reExamination: before.reExamination === 'pending' ? 'pending' : undefined,
    }));
  },
  ReplyOverdue: (disposal, { instrument, clock, since }) =>
    withInstruments(disposal, [instrument], (before) => {
      const overdues = [...before.overdues, `${clock} ${since}`];
      const answeredLate = before.answeredOn !== undefined && before.answeredOn >= since;
      return { ...before, overdues, overdueClock: answeredLate ? before.overdueClock : clock };
    }),
};

const { shape: reply } = replyReceived.schema;

/** What the body answers, and that it did not. */
export const replyCommands = {
  recordReply: command({
    title: { zh: '登记回复', en: 'Record a reply' },
    law: ['S2 §553', 'S2 §560', 'S2 §563', 'S3 §19'],
    input: z.strictObject({
      instruments: listOf(instrumentRef, 50).refine((refs) => refs.length > 0),
      issues: listOf(issueRef, 200).optional(),
      from: supervisedBody.optional(),
      kind: reply.kind,
      receivedOn: localDate.optional(),
      enteredFrom: z.enum(['paper', 'exchange']).default('paper'),
      content: longText,
      documents: listOf(shortText, 100).optional(),
    }),
    may: [
      { role: 'clerk', relation: 'unit' },
      { role: 'case_admin', relation: 'unit' },
    ],
    decide: inHand((input, disposal, context) => {
      const { type } = disposal.profile;
      const { kind, instruments: refs } = input;
      const instruments = allServed(disposal, refs);
      if (isRefusal(instruments)) return instruments;
      const [first] = instruments;
      const receivedOn = input.receivedOn ?? context.today;
      const latest = instruments.map(({ servedOn }) => servedOn).reduce((a, b) => (a > b ? a : b), '');
      const early = notBefore('receivedOn', receivedOn, latest);
      if (early !== undefined) return early;
      const covered = new Set(instruments.flatMap(({ order }) => order.issues));
      const stray = input.issues?.find((issue) => !covered.has(issue));
      if (stray !== undefined) return refuse('issue.not-covered', { field: 'issues', issue: stray });

      const ref = `R-${disposal.replies.size + 1}`;
      const ofSubstance = kind !== 'progress';
      const modes = instruments.map(({ order }) => kindOf(context, type, order.kind)?.replyAssessment);
      const wanted: ClockToStart[] = [];
      if (
        ofSubstance &&
        kind !== 'decision_document' &&
        modes.some((each) => each === 'required' || each === 'in-report')
      ) {
        wanted.push({ clock: TO_ASSESS, subject: ref, start: receivedOn });
      }
      const { follow } = typeRules(context, type);
      if (follow?.startsWith === kind) {
        wanted.push(...refs.map((subject) => ({ clock: follow.clock, subject, start: receivedOn })));
      }
      const answers = instruments.flatMap(({ issued }) => issued?.replyClock?.clock ?? []);
      const done = instruments.filter((each) => hasDecisionDocument(disposal, each)).map((each) => each.ref);
      const from = input.from ?? first?.order.addressee ?? disposal.profile.supervisedBody;
      return [
        happened(
          'ReplyReceived',
          {
            ...input,
            reply: ref,
            from,
            receivedOn,
            clocks: clocksStarted(disposal, context, wanted),
            clocksMet: [
              ...(ofSubstance ? met(disposal, [...answers, URGED], refs) : []),
              ...(follow === undefined ? [] : met(disposal, [follow.clock], done)),
            ],
            clocksReplaced: ofSubstance
              ? overtaken(disposal, [TO_URGE, TO_ESCALATE], refs, 'ReplyReceived')
              : [],
          },
          receivedOn,
        ),
      ];
    }),
  }),

  recordReplyOverdue: command({
    title: { zh: '记录逾期未回复', en: 'Record that a reply is overdue' },
    law: ['S2 §553'],
    input: z.strictObject({
      instrument: instrumentRef,
      clock: z.string(),
      due: localDate,
      since: localDate,
    }),
    may: [{ role: 'system', relation: 'system' }],
    internal: true,
    decide: ofFiled((input, disposal, context) => {
      const { instrument: ref, clock, since } = input;
      const found = served(disposal, ref);
      if (isRefusal(found)) return found;
      if (found.overdues.includes(`${clock} ${since}`)) return [];
      const runs = disposal.openClocks.some((open) => open.clock === clock && open.subject === ref);
      const answeredLate = found.answeredOn !== undefined && found.answeredOn >= since;
      if (!isAnswerClock(context, disposal.profile.type, clock) || !(runs || answeredLate)) {
        return refuse('reply.not-awaited', { instrument: ref });
      }
      const next = clock === URGED ? TO_ESCALATE : TO_URGE;
      const clocks = runs
        ? clocksStarted(disposal, context, [{ clock: next, subject: ref, start: since }])
        : [];
      return [happened('ReplyOverdue', { ...input, clocks }, since)];
    }),
  }),
};

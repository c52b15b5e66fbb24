import { calendarInForce, deadlineRule } from '@jiandu/catalogue';
import { addDays, exclude, extend, isClockRefusal, startClock } from '@jiandu/clocks';
import {
  clockId,
  clockSubject,
  exclusionRef,
  lengthOfTime,
  localDate,
  longText,
  periodExclusionEnded,
  type StartedClockField,
} from '@jiandu/contracts';
import { commandsOf, isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refusedByClock } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { admitted, refuseOwnMatter } from './admission.ts';
import { runningClock } from './clock-states.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { Verification, VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const named = {
  clock: clockId,
  subject: clockSubject.optional().meta({ description: '缺省为事项本身 / The matter itself unless told' }),
};

function findClock(
  { clock, subject }: { readonly clock: string; readonly subject?: string | undefined },
  state: Verification,
  matter: string,
): StartedClockField | Refusal {
  const ref = { clock, subject: subject ?? matter };
  return runningClock(state.clocks, ref) ?? refuse('clock.not-running', { ...ref, field: 'clock' });
}

function findOpen(state: Verification, clock: StartedClockField): string | undefined {
  return Object.entries(state.exclusions).find(
    ([, each]) => each.clock === clock.clock && each.subject === clock.subject,
  )?.[0];
}

/** Commands that move due dates. What they rest on is recorded today: no extension or exclusion is back-dated. */
export const periodCommands = {
  extendPeriod: command({
    title: { zh: '延长期限', en: 'Extend a period' },
    law: ['S3 §15', 'S4 §47', 'S6 §56', 'DOMAIN §2.12(4)', 'DOMAIN §10(7)'],
    input: z.strictObject({ ...named, by: lengthOfTime, opinion: longText }),
    may: [{ role: 'chief', relation: 'unit' }],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const own = refuseOwnMatter(open, context.actor.person);
      if (own !== undefined) return own;
      if (open.profile.procedure === 'simple') return refuse('clock.simple-procedure');
      const clock = findClock(input, open, context.id);
      if (isRefusal(clock)) return clock;
      const rule = deadlineRule(clock.clock, clock.variant);
      const working = calendarInForce(context.directory.calendarVersion);
      const asked = { length: input.by, recordedOn: context.today, by: context.actor.person };
      const extended = extend(rule, clock, asked, working);
      if (isClockRefusal(extended)) return refusedByClock(extended, 'by');
      const { clock: name, subject } = clock;
      const restarted = startClock(rule, subject, extended, working);
      const moved = { dueBefore: clock.due, dueAfter: restarted.due };
      const { by, opinion } = input;
      return [
        {
          type: 'PeriodExtended',
          data: { clock: name, subject, by, opinion, ...moved, clocks: [restarted] },
        },
      ];
    },
  }),

  startExclusion: command({
    title: { zh: '开始不计入期间', en: 'Start an excluded period' },
    law: ['S5 §52', 'S6 §56', 'S4 §48', 'DOMAIN §2.12(5)', 'DOMAIN §10(7)'],
    input: z.strictObject({
      ...named,
      ground: z.enum(['file_retrieval', 'appraisal', 'assessment', 'audit', 'expert_consultation']),
      from: localDate.optional(),
      opinion: longText.optional(),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const clock = findClock(input, open, context.id);
      if (isRefusal(clock)) return clock;
      const running = findOpen(open, clock);
      if (running !== undefined) return refuse('exclusion.open', { exclusion: running, field: 'clock' });
      const { today, directory } = context;
      const { from = today, ground, opinion } = input;
      const rule = deadlineRule(clock.clock, clock.variant);
      // The end is not known yet: what can be refused today is refused as if the days went on past the old due date.
      const to = addDays(from > clock.due ? from : clock.due, 1);
      const allowed = exclude(
        rule,
        clock,
        { from, to, recordedOn: today },
        calendarInForce(directory.calendarVersion),
      );
      if (isClockRefusal(allowed)) return refusedByClock(allowed, 'from');
      const exclusion = `X-${open.exclusionCount + 1}`;
      const { clock: name, subject, due: dueBefore } = clock;
      const said = opinion === undefined ? {} : { opinion };
      const data = { exclusion, clock: name, subject, ground, from, recordedOn: today, dueBefore, ...said };
      return [onDay({ type: 'PeriodExclusionStarted', data }, from, today)];
    },
  }),

  endExclusion: command({
    title: { zh: '结束不计入期间', en: 'End an excluded period' },
    law: ['S5 §52', 'S6 §56', 'S4 §48', 'DOMAIN §2.12(5)', 'DOMAIN §10(7)'],
    input: z.strictObject({
      exclusion: exclusionRef,
      to: localDate.optional().meta({ description: '恢复计算之日 / First day that counts again' }),
      proof: periodExclusionEnded.schema.shape.proof,
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide({ exclusion, to: day, proof }, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const begun = open.exclusions[exclusion];
      if (begun === undefined) return refuse('exclusion.unknown', { exclusion, field: 'exclusion' });
      const clock = findClock(begun, open, context.id);
      if (isRefusal(clock)) return clock;
      const to = day ?? context.today;
      const rule = deadlineRule(clock.clock, clock.variant);
      const working = calendarInForce(context.directory.calendarVersion);
      const { from, recordedOn, subject } = begun;
      const excluded = exclude(rule, clock, { from, to, recordedOn }, working);
      if (isClockRefusal(excluded)) return refusedByClock(excluded, 'to');
      const restarted = startClock(rule, subject, excluded, working);
      const moved = { dueBefore: clock.due, dueAfter: restarted.due };
      const said = proof === undefined ? {} : { proof };
      const data = {
        exclusion,
        clock: clock.clock,
        subject,
        from,
        to,
        ...moved,
        ...said,
        clocks: [restarted],
      };
      return [onDay({ type: 'PeriodExclusionEnded', data }, to, context.today)];
    },
  }),
};

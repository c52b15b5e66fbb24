import {
  clockId,
  code,
  instrumentRef,
  issueRef,
  leadId,
  listOf,
  localDate,
  longText,
  replyRef,
  secrecyLabel,
} from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { standing } from './admission.ts';
import { endOf, oralClock } from './clock-states.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { Verification, VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const bySystem = { internal: true, may: [{ role: 'system', relation: 'system' }] } as const;

const confirmation = z.strictObject({
  ground: z.enum(['instrument_served', 'reply_assessed', 'rectification_verified']),
  /** Issues spoken of one by one. */
  issues: listOf(
    z.strictObject({ issue: issueRef, corrected: z.boolean(), finding: longText.optional() }),
    200,
  ),
  /** Instruments spoken of as a whole: what is said goes for each of their issues not named above. */
  instruments: listOf(instrumentRef, 50),
  corrected: z.boolean(),
  reply: replyRef.optional(),
  confirmedOn: localDate,
});

/** The issues a confirmation speaks of: those named, and those its instruments cover. */
function spokenOf(
  { issues: named, instruments, corrected }: z.output<typeof confirmation>,
  { issues }: Verification,
) {
  const covered = Object.entries(issues).flatMap(([issue, each]) => {
    const instrument = each.instruments.findLast((one) => instruments.includes(one));
    return instrument === undefined || named.some((one) => one.issue === issue)
      ? []
      : [{ issue, corrected, instrument }];
  });
  return [...named.filter(({ issue }) => issues[issue] !== undefined), ...covered];
}

/** What other services and the timer say about issues; given by policies. */
export const correctionCommands = {
  coverIssues: command({
    ...bySystem,
    title: { zh: '文书列入问题', en: 'Note which issues an instrument covers' },
    law: ['S2 §624', 'DOMAIN §2.6'],
    input: z.strictObject({
      instrument: instrumentRef,
      kind: code,
      issues: listOf(issueRef, 200),
      issuedOn: localDate,
    }),
    decide({ issues, ...rest }, state, { today }) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      const unknown = issues.find((issue) => open.issues[issue] === undefined);
      if (unknown !== undefined) return refuse('issue.unknown', { issue: unknown, field: 'issues' });
      return issues
        .filter((issue) => !open.issues[issue]?.instruments.includes(rest.instrument))
        .map((issue) => onDay({ type: 'IssueCovered', data: { issue, ...rest } }, rest.issuedOn, today));
    },
  }),

  confirmCorrection: command({
    ...bySystem,
    title: { zh: '确认整改', en: 'Confirm a correction' },
    law: ['S2 §553', 'S2 §624', 'DOMAIN §5.1 R-10'],
    input: confirmation,
    decide(input, state, { today }) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      const { ground, reply, confirmedOn } = input;
      return spokenOf(input, open)
        .filter(({ issue }) => open.issues[issue]?.closedOn === undefined)
        .map((each) => {
          // A written instrument takes the place of the word of mouth, and with it of its clock.
          const ended = ground === 'instrument_served' || each.corrected;
          const met = ended ? endOf(open.clocks, oralClock(open, each.issue)) : {};
          const by = reply === undefined ? {} : { reply };
          const data = { ...each, ...by, ground, confirmedOn, ...met };
          return onDay({ type: 'IssueCorrectionConfirmed', data }, confirmedOn, today);
        });
    },
  }),

  markIssueOverdue: command({
    ...bySystem,
    title: { zh: '标记口头纠正逾期', en: 'Mark an issue overdue' },
    law: ['S2 §624(2)'],
    input: z.strictObject({ issue: issueRef, clock: clockId, due: localDate, since: localDate }),
    decide(data, state, { today }) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      const found = open.issues[data.issue];
      if (found === undefined) return refuse('issue.unknown', { issue: data.issue, field: 'issue' });
      if (found.overdue || found.closedOn !== undefined) return [];
      return [onDay({ type: 'IssueOverdue', data }, data.since, today)];
    },
  }),

  markIssueTransferred: command({
    ...bySystem,
    title: { zh: '标记问题移送', en: 'Mark an issue transferred' },
    law: ['S2 §624', 'DOMAIN §2.3', 'DOMAIN §4.5'],
    input: z.strictObject({ issue: issueRef, lead: leadId, transferredOn: localDate, secrecy: secrecyLabel }),
    decide(input, state, { today }) {
      const open = standing(state);
      if (isRefusal(open)) return open;
      const found = open.issues[input.issue];
      if (found === undefined) return refuse('issue.unknown', { issue: input.issue, field: 'issue' });
      if (found.transferredTo !== undefined) return [];
      const met = endOf(open.clocks, oralClock(open, input.issue));
      const data = { ...input, ...met };
      return [onDay({ type: 'IssueTransferred', data }, input.transferredOn, today)];
    },
  }),
};

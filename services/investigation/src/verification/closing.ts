import {
  issueClosed,
  issueRef,
  listOf,
  localDate,
  longText,
  personId,
  type StaffMember,
} from '@jiandu/contracts';
import { type Context, commandsOf, isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { actingTogether, admitted } from './admission.ts';
import { endOf, oralClock } from './clock-states.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { IssueState, Verification, VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const ending = z.strictObject({
  issue: issueRef,
  result: issueClosed.schema.shape.result,
  evidence: longText,
});
type Ending = z.output<typeof ending>;
const field = 'issues';

/** Where the closing of several issues is to be checked against: what day, and who looked again. */
interface Closing {
  readonly closedOn: string;
  readonly checkers: number;
}

/** A visit outweighs a letter: once one was made, only its finding counts. */
function isConfirmed({ seenCorrected, answered }: IssueState): boolean {
  return seenCorrected ?? answered ?? false;
}

/** An oral correction in force: no written one took its place, and its time has not passed unanswered. */
function refuseOral(issue: string, found: IssueState, { closedOn, checkers }: Closing): Refusal | undefined {
  const { oral } = found;
  if (oral !== undefined && closedOn > oral.due) {
    return refuse('issue.written-correction-due', { issue, due: oral.due, field });
  }
  return checkers < 2 ? refuse('issue.recheck-single-person', { issue, field: 'checkedBy' }) : undefined;
}

function refuseCorrected(issue: string, found: IssueState, closing: Closing): Refusal | undefined {
  const byWord = found.response === 'oral_correction' && found.instruments.length === 0;
  if (byWord) return refuseOral(issue, found, closing);
  if (found.instruments.length === 0) return refuse('issue.instrument-missing', { issue, field });
  return isConfirmed(found) ? undefined : refuse('issue.correction-unconfirmed', { issue, field });
}

/** Each issue needs an end of its own kind. */
function refuseEnd({ issue, result }: Ending, found: IssueState, closing: Closing): Refusal | undefined {
  const handedOver = found.transferredTo !== undefined;
  if (result === 'transferred')
    return handedOver ? undefined : refuse('issue.not-transferred', { issue, field });
  if (handedOver || found.response === 'transfer')
    return refuse('issue.ends-as-transferred', { issue, field });
  switch (result) {
    case 'corrected':
      return refuseCorrected(issue, found, closing);
    case 'unfounded':
      return found.instruments.length === 0 ? undefined : refuse('issue.instrument-stands', { issue, field });
    case 'no_effect_obtainable':
      return found.instruments.length === 0
        ? refuse('issue.instrument-missing', { issue, field })
        : undefined;
  }
}

function refuseClosing(each: Ending, state: Verification, closing: Closing): Refusal | undefined {
  const { issue } = each;
  const found = state.issues[issue];
  if (found === undefined) return refuse('issue.unknown', { issue, field });
  if (found.closedOn !== undefined) return refuse('issue.closed', { issue, field });
  const { foundOn } = found;
  if (closing.closedOn < foundOn)
    return refuse('issue.closed-before-found', { issue, foundOn, field: 'closedOn' });
  return refuseEnd(each, found, closing);
}

function checkersOf(
  persons: readonly string[],
  state: Verification,
  { context, day }: { readonly context: Context; readonly day: string },
): readonly StaffMember[] | Refusal {
  if (new Set(persons).size < 2) return [];
  return actingTogether(state, context.directory, { persons, day, field: 'checkedBy' });
}

/** The command by which issues go off the list (销号). */
export const closingCommands = {
  closeIssues: command({
    title: { zh: '问题销号', en: 'Close issues' },
    law: ['S2 §624', 'S2 §552-553', 'DOMAIN §2.6', 'DOMAIN §10(6)'],
    input: z.strictObject({
      issues: z.array(ending).min(1).max(200).readonly(),
      checkedBy: listOf(personId, 60).optional().meta({ description: '复核人 / Who checked again' }),
      closedOn: localDate.optional(),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const closedOn = input.closedOn ?? context.today;
      const checkers = checkersOf(input.checkedBy ?? [], open, { context, day: closedOn });
      if (isRefusal(checkers)) return checkers;
      const twice = input.issues.find(
        (each, at) => input.issues.findIndex((one) => one.issue === each.issue) < at,
      );
      if (twice !== undefined) return refuse('issue.named-twice', { issue: twice.issue, field });
      const closing = { closedOn, checkers: checkers.length };
      const refusals = input.issues.map((each) => refuseClosing(each, open, closing));
      const refusal = refusals.find((each) => each !== undefined);
      if (refusal !== undefined) return refusal;
      const by = checkers.length === 0 ? {} : { checkedBy: checkers };
      return input.issues.map((each) => {
        const met = endOf(open.clocks, oralClock(open, each.issue));
        return onDay(
          { type: 'IssueClosed', data: { ...each, ...by, closedOn, ...met } },
          closedOn,
          context.today,
        );
      });
    },
  }),
};

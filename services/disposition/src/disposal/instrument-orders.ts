import {
  code,
  type DecisionMade,
  issueRef,
  lengthOfTime,
  listOf,
  localDate,
  shortText,
  supervisedBody,
} from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { answerClockStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { kindOf, typeRules } from '../type-rules.ts';
import { allOrRefusal } from './all-or-refusal.ts';
import type { Disposal, InstrumentRecord } from './state.ts';

/** What somebody says of an instrument he wants; the rest stands in the catalogue or the matter. */
export const instrumentInput = z.strictObject({
  kind: code,
  title: shortText.optional(),
  addressee: supervisedBody
    .optional()
    .meta({ description: '默认为被监督单位 / The supervised body unless told' }),
  issues: listOf(issueRef, 200).default([]),
  severity: z.enum(['ordinary', 'high']).default('ordinary'),
  replyBy: localDate.optional().meta({ description: '文书载明的回复日期 / Last day written in it' }),
  replyWithin: lengthOfTime.optional().meta({ description: '文书载明的回复期限 / Time written in it' }),
});
type InstrumentInput = z.output<typeof instrumentInput>;

/** An instrument as the decision ordered it. */
export type Order = DecisionMade['data']['instruments'][number];

/** The record an instrument begins with. */
export function newInstrument(order: Order, orderedOn: string, decision?: string): InstrumentRecord {
  return {
    ref: order.instrument,
    order,
    orderedOn,
    ...(decision === undefined ? {} : { decision }),
    filedWithSuperior: false,
    replies: [],
    overdues: [],
    visited: false,
  };
}

function refuseIssues(disposal: Disposal, issues: readonly string[]): Refusal | undefined {
  for (const issue of issues) {
    const found = disposal.issues.get(issue);
    if (found === undefined) return refuse('issue.unknown', { field: 'instruments', issue });
    if (found.settled !== undefined) return refuse('issue.settled', { field: 'instruments', issue });
  }
  return undefined;
}

function orderOf(
  disposal: Disposal,
  context: Context,
  input: InstrumentInput,
  instrument: string,
  on: string,
): Order | Refusal {
  const { kind, title, addressee, issues, severity, replyBy, replyWithin } = input;
  const { type, supervisedBody: body } = disposal.profile;
  const rule = kindOf(context, type, kind);
  if (rule === undefined) return refuse('instrument.kind-unknown', { field: 'kind', kind, type });
  if (typeRules(context, type).issues.tracked && issues.length === 0) {
    return refuse('decision.issues-missing', { field: 'issues' });
  }
  const wrong = refuseIssues(disposal, issues);
  if (wrong !== undefined) return wrong;
  if (rule.replyClock !== undefined) {
    const probe = { ...rule.replyClock, subject: instrument, start: on };
    const clock = answerClockStarted(disposal, context, probe, { replyBy, replyWithin });
    if (isRefusal(clock)) return clock;
  } else if (replyBy !== undefined || replyWithin !== undefined) {
    return refuse('reply-date.fixed-by-law', { field: 'replyBy', kind: rule.title.zh });
  }
  return {
    instrument,
    kind,
    title: title ?? rule.title.zh,
    addressee: addressee ?? body,
    issues,
    severity,
    replyBy,
    replyWithin,
  };
}

/** Numbers the wanted instruments inside the matter (`D-1`, `D-2` …), or refuses the first that cannot be. */
export function ordersOf(
  disposal: Disposal,
  context: Context,
  wanted: readonly InstrumentInput[],
  on: string,
): readonly Order[] | Refusal {
  const first = disposal.instruments.size + 1;
  return allOrRefusal(
    wanted.map((each, place) => orderOf(disposal, context, each, `D-${first + place}`, on)),
  );
}

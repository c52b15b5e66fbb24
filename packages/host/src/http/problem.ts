import type { Refusal, RefusalRegister } from '@jiandu/eventing';
import { explainRefusal } from '@jiandu/eventing';
import { statusTitle } from './status-titles.ts';

/** A refusal as it is answered: `application/problem+json` (RFC 9457), in both languages. */
export interface Problem {
  /** Address of the code's own page, relative to the server. */
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  /** Input field that breaks the rule. */
  readonly field?: string;
  /** Article or rule that is broken. */
  readonly law?: string;
  /** Every field that is wrong, when the input does not parse. */
  readonly issues?: readonly { readonly field: string; readonly message: string }[];
  readonly correlationId: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const MOST_ISSUES = 50;
const LONGEST_MESSAGE = 300;

/** Seconds to wait by status, for those that pass by themselves. */
const RETRY_AFTER: Readonly<Record<number, number>> = { 408: 1, 429: 1, 503: 1 };

/** Whose ids came from the sender: what was sent is not repeated. */
const SENT = new Set(['thing.unknown', 'command.unknown']);

/** Writes a refusal as a problem; `retryAfter` wins over the default of its status. */
export function problemOf(
  refusal: Refusal,
  register: RefusalRegister,
  correlationId: string,
  retryAfter?: number,
): Problem {
  const params = SENT.has(refusal.code) ? {} : refusal.params;
  const said = explainRefusal({ ...refusal, params }, register);
  const title = statusTitle(said.status);
  const wait = retryAfter ?? RETRY_AFTER[said.status];
  return {
    type: `/problems/${refusal.code}`,
    title: title.zh,
    titleEn: title.en,
    status: said.status,
    code: refusal.code,
    detail: withoutGaps(said.zh),
    detailEn: withoutGaps(said.en),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(said.law === undefined ? {} : { law: said.law }),
    ...(refusal.issues === undefined ? {} : { issues: refusal.issues.slice(0, MOST_ISSUES).map(shortened) }),
    correlationId,
    ...(wait === undefined ? {} : { retryAfter: wait }),
  };
}

function shortened(issue: { readonly field: string; readonly message: string }) {
  return { field: issue.field.slice(0, LONGEST_MESSAGE), message: issue.message.slice(0, LONGEST_MESSAGE) };
}

/** `找不到：{id}` without its parameter reads `找不到`. */
function withoutGaps(text: string): string {
  return text.replace(/[：:]? ?\{\w+\}/g, '');
}

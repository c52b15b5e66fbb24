import type { MatterType } from '@jiandu/catalogue';
import { issueFound, localDate, longText, shortText, supervisedBody } from '@jiandu/contracts';
import { type Context, commandsOf, isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clockOfOralCorrection } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { typeInForce } from '../type-rules.ts';
import { admitted, refuseBeforeFiling } from './admission.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { Verification, VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();
const { grade, response, title, clause, facts } = issueFound.schema.shape;
type ByGrade = NonNullable<MatterType['issues']['byGrade']>;

const oralRecord = z.strictObject({
  givenOn: localDate.optional(),
  givenTo: shortText,
  content: longText,
  correctBy: localDate.optional().meta({ description: '指定的更短期限 / Shorter date fixed on the spot' }),
});
const finding = z.strictObject({
  grade,
  response: response.optional().meta({ description: '缺省按分级处理 / As the grade demands unless told' }),
  title,
  clause,
  body: supervisedBody.optional(),
  facts,
  oralCorrection: oralRecord.optional(),
});
type Finding = z.output<typeof finding>;

/** What was found on a day, and the rule for its grade. */
interface Found {
  readonly each: Finding;
  readonly rule: ByGrade[keyof ByGrade];
  readonly foundOn: string;
}

function refuseFinding({ each, rule, foundOn }: Found, today: string): Refusal | undefined {
  const field = 'issues';
  const asked = each.response ?? rule.response;
  if (asked !== rule.response) {
    return refuse('issue.response-unfit', {
      grade: each.grade,
      response: rule.response,
      law: rule.law,
      field,
    });
  }
  if (rule.secrecy === 'restricted' && each.facts !== undefined) {
    return refuse('issue.facts-belong-to-lead', { field });
  }
  const oral = rule.response === 'oral_correction';
  if (!oral)
    return each.oralCorrection === undefined ? undefined : refuse('issue.oral-record-unfit', { field });
  if (each.oralCorrection === undefined) return refuse('issue.oral-record-missing', { field });
  const givenOn = each.oralCorrection.givenOn ?? foundOn;
  const fits = givenOn >= foundOn && givenOn <= today;
  return fits ? undefined : refuse('issue.oral-date-unfit', { date: givenOn, field });
}

function found(
  { each, rule, foundOn }: Found,
  issue: string,
  { state, context }: { readonly state: Verification; readonly context: Context },
): VerificationFact | Refusal {
  const { oralCorrection, body = state.profile.supervisedBody, ...rest } = each;
  const data = { ...rest, issue, response: rule.response, body, foundOn };
  if (oralCorrection === undefined) return onDay({ type: 'IssueFound', data }, foundOn, context.today);
  const { correctBy: by, givenOn = foundOn, ...record } = oralCorrection;
  const told = { ...data, oralCorrection: { ...record, givenOn } };
  if (rule.clock === undefined) return onDay({ type: 'IssueFound', data: told }, foundOn, context.today);
  const asked = { clock: rule.clock, subject: issue, givenOn, by };
  const clock = clockOfOralCorrection(state.profile, asked, context.directory);
  if (isRefusal(clock)) return clock;
  return onDay({ type: 'IssueFound', data: { ...told, clocks: [clock] } }, foundOn, context.today);
}

/** The command by which findings come on the list, several at once, numbered in the order given. */
export const findingCommands = {
  findIssues: command({
    title: { zh: '登记问题', en: 'Find issues' },
    law: ['S2 §552', 'S2 §624', 'DOMAIN §2.6'],
    input: z.strictObject({
      foundOn: localDate.optional(),
      issues: z.array(finding).min(1).max(100).readonly(),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const foundOn = input.foundOn ?? context.today;
      const early = refuseBeforeFiling(open, foundOn, 'foundOn');
      if (early !== undefined) return early;
      const type = typeInForce(context.directory, open.profile.type);
      if (isRefusal(type)) return type;
      const { byGrade } = type.issues;
      if (byGrade === undefined) return refuse('issue.not-tracked', { type: type.code });
      if (type.inspection.onSite && !(open.onSiteSince !== undefined && open.onSiteSince <= foundOn)) {
        return refuse('issue.before-on-site', { field: 'foundOn' });
      }
      const known = Object.keys(open.issues).length;
      const listed: VerificationFact[] = [];
      for (const [place, each] of input.issues.entries()) {
        const one = { each, rule: byGrade[each.grade], foundOn };
        const refusal = refuseFinding(one, context.today);
        if (refusal !== undefined) return refusal;
        const fact = found(one, `I-${known + place + 1}`, { state: open, context });
        if (isRefusal(fact)) return fact;
        listed.push(fact);
      }
      return listed;
    },
  }),
};

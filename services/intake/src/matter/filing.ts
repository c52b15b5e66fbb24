import { staffOn } from '@jiandu/access';
import type { MatterType } from '@jiandu/catalogue';
import { localDate, longText, planWithNames, procedure, proposedPlan } from '@jiandu/contracts';
import { type Context, commandsOf, isRefusal, type Refusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import { clockNews, endClocks } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { unfiled } from './standing.ts';
import type { MatterFact, MatterState } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();

/** The department head reads the proposal; he cannot change what the handler found (DOMAIN §4.1). */
export const reviewFiling = command({
  title: { zh: '审核立案', en: 'Review a filing' },
  law: ['S4 §7', 'S4 §30', 'DOMAIN §2.1'],
  input: z.strictObject({ agreed: z.boolean(), opinion: longText.optional() }),
  may: [{ role: 'dept_head', relation: 'unit' }],
  decide(input, state, context) {
    const open = unfiled(state, context);
    if (isRefusal(open)) return open;
    if (state.handler?.person === context.actor.person) return refuse('review.own-matter');
    if (state.significance === undefined && !open.type.major.byKind) return refuse('significance.missing');
    return [{ type: 'FilingReviewed', data: input }];
  },
});

const approval = z.strictObject({
  filedOn: localDate.optional(),
  procedure: procedure.default('full'),
  plan: proposedPlan.optional(),
  opinion: longText.optional(),
});
type Approval = z.output<typeof approval>;

function refuseReview(
  { review }: MatterState,
  { filing }: MatterType,
  opinion: string | undefined,
): Refusal | undefined {
  if (review === undefined) return filing.review === 'required' ? refuse('review.missing') : undefined;
  return review.agreed || opinion !== undefined
    ? undefined
    : refuse('review.disagreed', { field: 'opinion' });
}

function refusePlan({ plan }: Approval, { filing }: MatterType): Refusal | undefined {
  if (filing.plan === 'with-filing' && plan === undefined) return refuse('plan.missing', { field: 'plan' });
  if (filing.plan === 'separate' && plan !== undefined) return refuse('plan.separate', { field: 'plan' });
  return undefined;
}

/** The plan with the names of its people as on the day of filing. */
function planOn(day: string, { plan }: Approval, { directory }: Context) {
  if (plan === undefined) return undefined;
  return planWithNames(plan, (persons, field) =>
    staffOn(directory, persons, day, (person) => refuse('person.unknown', { person, field })),
  );
}

/** Not major is not filed: it goes on as a light task, or not at all. */
function refuseLight({ significance }: MatterState, { major }: MatterType): Refusal | undefined {
  if (major.byKind) return undefined;
  if (significance === undefined) return refuse('significance.missing');
  const { score, threshold } = significance;
  return significance.major ? undefined : refuse('gate.not-major', { score, threshold });
}

function refuseSimple(
  { significance, opening }: MatterState,
  { simple }: MatterType,
  asked: Approval,
): Refusal | undefined {
  if (asked.procedure === 'full') return undefined;
  const score = significance?.score ?? -1;
  const clear = simple.allowed && score >= simple.minScore && score <= simple.maxScore;
  return clear && opening?.profile.secrecy !== 'restricted'
    ? undefined
    : refuse('procedure.not-simple', { field: 'procedure' });
}

function refuseDate(filedOn: string, acceptedOn: string, { today }: Context): Refusal | undefined {
  if (filedOn > today) return refuseByKernel('date.in-future', { field: 'filedOn', date: filedOn, today });
  if (filedOn >= acceptedOn) return undefined;
  return refuse('date.before-acceptance', { field: 'filedOn', date: filedOn, accepted: acceptedOn });
}

function basisOf({ significance }: MatterState, { major }: MatterType): 'kind' | 'veto' | 'score' {
  if (major.byKind) return 'kind';
  return (significance?.vetoes.length ?? 0) > 0 ? 'veto' : 'score';
}

/** The chief files the matter: the only way by which anything happens to it in the other services (DOMAIN §10 (1)). */
export const approveFiling = command({
  title: { zh: '批准立案', en: 'Approve a filing' },
  law: ['S4 §7', 'S4 §30', 'S2 §7', 'DOMAIN §2.1'],
  input: approval,
  may: [{ role: 'chief', relation: 'unit' }],
  decide(input, state, context) {
    const open = unfiled(state, context);
    if (isRefusal(open)) return open;
    const { opening, type } = open;
    const { handler, assistants, significance, suspended, away } = state;
    const { filedOn = context.today, opinion, procedure: asked } = input;
    if (handler === undefined || away.includes(handler.person)) return refuse('handler.missing');
    if (handler.person === context.actor.person) return refuse('approval.own-proposal');
    if (suspended.includes(handler.person)) return refuse('recusal.pending', { person: handler.person });
    const refusal =
      refuseLight(state, type) ??
      refuseReview(state, type, opinion) ??
      refusePlan(input, type) ??
      refuseSimple(state, type, input) ??
      refuseDate(filedOn, opening.acceptedOn, context);
    if (refusal !== undefined) return refusal;
    const plan = planOn(filedOn, input, context);
    if (isRefusal(plan)) return plan;
    const data = {
      filedOn,
      basis: basisOf(state, type),
      ...(significance === undefined ? {} : { score: significance.score, vetoes: significance.vetoes }),
      profile: { ...opening.profile, procedure: asked },
      provenance: opening.provenance,
      handler,
      assistants,
      ...(plan === undefined ? {} : { plan }),
      ...(opinion === undefined ? {} : { opinion }),
      ...clockNews([], endClocks(state.running, ['DL-54'])),
    };
    return [
      {
        type: 'FilingApproved',
        data,
        occurredOn: filedOn,
        ...(opinion === undefined ? {} : { reason: opinion }),
      },
    ];
  },
});

export const rejectFiling = command({
  title: { zh: '不批准立案', en: 'Reject a filing' },
  law: ['S4 §30', 'DOMAIN §2.1'],
  input: z.strictObject({ outcome: z.enum(['not_filed', 'task']), opinion: longText }),
  may: [{ role: 'chief', relation: 'unit' }],
  decide({ outcome, opinion }, state, context) {
    const open = unfiled(state, context);
    if (isRefusal(open)) return open;
    if (state.handler?.person === context.actor.person) return refuse('approval.own-proposal');
    const met = endClocks(state.running, ['DL-54']);
    return [{ type: 'FilingRejected', data: { outcome, opinion, ...clockNews([], met) }, reason: opinion }];
  },
});

import {
  investigationPlan,
  listOf,
  localDate,
  type ProposedPlan,
  personId,
  planWithNames,
  proposedPlan,
} from '@jiandu/contracts';
import { type Context, commandsOf, isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { refuseMeasure, typeInForce } from '../type-rules.ts';
import { actingTogether, admitted, namedStaff, refuseBeforeFiling } from './admission.ts';
import { onDay, type VerificationFact } from './facts.ts';
import type { Verification, VerificationState } from './state.ts';

const command = commandsOf<VerificationState, VerificationFact>();

function refusePlan(
  plan: ProposedPlan,
  state: Verification,
  { actor, directory }: Context,
): Refusal | undefined {
  const { from, until, team, recused = [] } = plan;
  if (from !== undefined && until !== undefined && until < from) {
    return refuse('date.order-reversed', { from, until, field: 'plan.until' });
  }
  const type = typeInForce(directory, state.profile.type);
  if (isRefusal(type)) return type;
  if (type.filing.planApprover === 'chief' && actor.role !== 'chief') {
    return refuse('plan.chief-decides', { type: type.code });
  }
  for (const kind of plan.measures) {
    const refusal = refuseMeasure(type, kind, 'plan.measures');
    if (refusal !== undefined) return refusal;
  }
  if (!team.includes(state.handler.person)) return refuse('plan.handler-absent', { field: 'plan.team' });
  if (new Set(team).size < 2) return refuse('team.single-person', { field: 'plan.team' });
  const both = team.find((person) => recused.includes(person));
  return both === undefined
    ? undefined
    : refuse('plan.recused-on-team', { person: both, field: 'plan.team' });
}

/** Commands on the plan and on the beginning of on-site work. */
export const planCommands = {
  approvePlan: command({
    title: { zh: '批准调查核实方案', en: 'Approve the investigation plan' },
    law: ['S3 §14', 'S5 §68', 'S6 §64', 'DOMAIN §2.1'],
    input: z.strictObject({ plan: proposedPlan, approvedOn: localDate.optional() }),
    may: [
      { role: 'prosecutor', relation: 'own' },
      { role: 'chief', relation: 'unit' },
    ],
    decide({ plan, approvedOn }, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const day = approvedOn ?? context.today;
      const refusal = refuseBeforeFiling(open, day, 'approvedOn') ?? refusePlan(plan, open, context);
      if (refusal !== undefined) return refusal;
      const approved = planWithNames(plan, (persons, field) =>
        namedStaff(context.directory, persons, day, field),
      );
      if (isRefusal(approved)) return approved;
      return [onDay({ type: 'InvestigationPlanApproved', data: { plan: approved } }, day, context.today)];
    },
  }),

  startOnSite: command({
    title: { zh: '开始现场检察', en: 'Start on-site work' },
    law: ['S2 §622', 'S17 §6', 'DOMAIN §2.6'],
    input: z.strictObject({
      team: listOf(personId, 60),
      place: investigationPlan.shape.place,
      startedOn: localDate.optional(),
      announced: z.boolean(),
      hotlinePublished: z.boolean().optional(),
    }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide(input, state, context) {
      const open = admitted(state, context);
      if (isRefusal(open)) return open;
      const type = typeInForce(context.directory, open.profile.type);
      if (isRefusal(type)) return type;
      if (!type.inspection.onSite) return refuse('on-site.not-inspection');
      if (open.onSiteSince !== undefined) return refuse('on-site.begun', { date: open.onSiteSince });
      if (open.plan === undefined) return refuse('plan.missing');
      const startedOn = input.startedOn ?? context.today;
      const early = refuseBeforeFiling(open, startedOn, 'startedOn');
      if (early !== undefined) return early;
      const who = { persons: input.team, day: startedOn, field: 'team' };
      const team = actingTogether(open, context.directory, who);
      if (isRefusal(team)) return team;
      const place = input.place ?? open.plan.place ?? open.profile.supervisedBody.name;
      const data = { ...input, place, team, startedOn };
      return [onDay({ type: 'OnSiteStarted', data }, startedOn, context.today)];
    },
  }),
};

import { isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import {
  bodyName,
  code,
  listOf,
  localDate,
  longText,
  personId,
  type StaffMember,
  shortText,
  staffMember,
} from '../fields.ts';

/** What is to be verified, how, by whom and until when (调查核实方案、巡回检察方案). */
export const investigationPlan = z.strictObject({
  aim: longText.meta({ description: '拟查明的问题 / What is to be found out' }),
  measures: listOf(code, 40).meta({ description: '拟采取的措施 / Measures intended' }),
  steps: listOf(shortText, 40).optional(),
  team: listOf(staffMember, 60).meta({ description: '办案组、巡回组 / Team' }),
  recused: listOf(staffMember, 60).optional().meta({ description: '应回避的派驻人员等 / Who stays away' }),
  place: bodyName.optional(),
  from: localDate.optional(),
  until: localDate.optional(),
  unannounced: z.boolean().optional(),
});
export type InvestigationPlan = z.output<typeof investigationPlan>;

/** A plan as somebody proposes it: people by their ids. The names that go on record are the directory's. */
export const proposedPlan = investigationPlan.extend({
  team: listOf(personId, 60).meta({ description: '办案组、巡回组 / Team' }),
  recused: listOf(personId, 60).optional().meta({ description: '应回避的派驻人员等 / Who stays away' }),
});
export type ProposedPlan = z.output<typeof proposedPlan>;

/** The plan as it goes on record, or the refusal of the first of its people whom `named` does not know. */
export function planWithNames(
  { team: ids, recused: away = [], ...plan }: ProposedPlan,
  named: (persons: readonly string[], field: string) => readonly StaffMember[] | Refusal,
): InvestigationPlan | Refusal {
  const team = named(ids, 'plan.team');
  if (isRefusal(team)) return team;
  const recused = named(away, 'plan.recused');
  if (isRefusal(recused)) return recused;
  return { ...plan, team, ...(recused.length === 0 ? {} : { recused }) };
}

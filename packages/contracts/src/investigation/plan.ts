import { z } from 'zod';
import { bodyName, code, listOf, localDate, longText, shortText, staffMember } from '../fields.ts';

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

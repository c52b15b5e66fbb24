import {
  type ClockRule,
  type RuleInForce,
  replaceRule,
  type StageBudget,
  type TypeScope,
} from '@jiandu/clocks';
import type { z } from 'zod';
import file from '../data/deadlines.json' with { type: 'json' };
import { type budgetRow, type deadlineRow, deadlinesFile, type variantRow } from './deadline-rows.ts';

const data = deadlinesFile.parse(file);

/** Version of the table of clocks, recorded by matters that run under it. */
export const deadlinesVersion: string = data.version;

function variantOf(row: z.infer<typeof deadlineRow>, own: z.infer<typeof variantRow>): ClockRule {
  const { variants: _variants, ...shared } = row;
  const { without, ...changes } = own;
  const merged: ClockRule = { ...shared, ...changes };
  if (!without?.includes('extension')) return merged;
  const { extension: _extension, ...unextended } = merged;
  return unextended;
}

function rulesOf(row: z.infer<typeof deadlineRow>): readonly ClockRule[] {
  const { variants = [], ...base } = row;
  return [base, ...variants.map((own) => variantOf(row, own))];
}

/** Every clock of the catalogue, each variant of an id as a rule of its own. */
export const deadlineRules: readonly ClockRule[] = data.deadlines.flatMap(rulesOf);

const rulesByName = new Map(deadlineRules.map((rule) => [`${rule.id}/${rule.variant ?? ''}`, rule]));

/**
 * The rule of an id, such as `DL-39`, or of one of its variants, such as `urgent`. Throws RangeError for a
 * clock that is not in the catalogue: ids come from code and catalogue data, never from people.
 */
export function deadlineRule(id: string, variant?: string): ClockRule {
  const rule = rulesByName.get(`${id}/${variant ?? ''}`);
  if (!rule) throw new RangeError(`no such clock: ${id}${variant ? `, ${variant}` : ''}`);
  return rule;
}

/** A stage of a type with the time it may take; without a length where the plan, not the law, says how long. */
export type StagePlan = z.infer<typeof budgetRow>;

/** The stages of a type with their budgets, in order; empty for a type that has none yet. */
export function stageBudgets(type: string): readonly StagePlan[] {
  return data.stageBudgets[type] ?? [];
}

/** The budget of one stage of a type, such as `file` of CIR; undefined when the type sets none. */
export function stageBudget(type: string, stage: string): StagePlan | undefined {
  return stageBudgets(type).find((plan) => plan.stage === stage);
}

function budgetsWithLength(type: string): readonly StageBudget[] {
  return stageBudgets(type).flatMap(({ length, stage, source, tag }) =>
    length ? [{ length, stage, source, tag }] : [],
  );
}

/** Whether a clock runs for matters of this type (and branch, and instrument, where the clock is limited). */
export function runsFor(rule: ClockRule, { type, branch, instrument }: TypeScope): boolean {
  if (rule.types === 'ALL') return true;
  return rule.types.some(
    (scope) =>
      scope.type === type &&
      (scope.branch === undefined || scope.branch === branch) &&
      (scope.instrument === undefined || scope.instrument === instrument),
  );
}

/**
 * The rule that runs for a matter of this scope when the catalogue names a clock: the rule itself, or what
 * replaces it there (a clock of the type's own, or the type's budget for the stage). Undefined when the clock
 * does not run for such matters.
 */
export function ruleInForce(scope: TypeScope, id: string, variant?: string): RuleInForce | undefined {
  const rule = deadlineRule(id, variant);
  if (!runsFor(rule, scope)) return undefined;
  return replaceRule(rule, { ...scope, budgets: budgetsWithLength(scope.type), rules: deadlineRules });
}

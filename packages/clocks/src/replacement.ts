import type { Step } from './clock-facts.ts';
import type { ClockRule, TypeScope } from './clock-rule.ts';
import { type Length, lengthInWords } from './length.ts';

/** The time a type gives to one of its stages. */
export interface StageBudget {
  readonly stage: string;
  readonly length: Length;
  readonly source: string;
  readonly tag: 'F' | 'T' | 'O';
}

/** What a matter type sets against the rules for all: its scope, its budgets and the catalogue of clocks. */
export interface OwnClocks extends TypeScope {
  readonly budgets: readonly StageBudget[];
  /** Every rule of the catalogue, to find the one that runs instead. */
  readonly rules: readonly ClockRule[];
}

/** The rule a clock runs under, and, where it replaced another, the step that says so. */
export interface RuleInForce {
  readonly rule: ClockRule;
  readonly replaced?: Step;
}

function budgetInstead(rule: ClockRule, budget: StageBudget, type: string): RuleInForce {
  const words = lengthInWords(budget.length);
  return {
    rule: { ...rule, length: budget.length, source: budget.source, tag: budget.tag },
    replaced: {
      zh: `${type} 类事项对该阶段另有期限 ${words.zh}，优先于 ${rule.id} 的一般期限`,
      en: `Matters of type ${type} give this stage ${words.en}, which wins over the default of ${rule.id}`,
    },
  };
}

function fits(scope: TypeScope, { type, branch, instrument }: TypeScope): boolean {
  return (
    scope.type === type &&
    (scope.branch === undefined || scope.branch === branch) &&
    (scope.instrument === undefined || scope.instrument === instrument)
  );
}

/**
 * The rule that runs for a matter of this type in place of a rule for all: a clock of the type's own wins
 * over the general one, and a stage budget takes the place of the length of a platform default, which keeps
 * its extension. Without either the rule stands.
 */
export function replaceRule(rule: ClockRule, own: OwnClocks): RuleInForce {
  const instead = rule.yieldsTo?.clocks?.find((scope) => fits(scope, own));
  const ownRule =
    instead && own.rules.find(({ id, variant }) => id === instead.clock && variant === undefined);
  if (ownRule) {
    return {
      rule: ownRule,
      replaced: {
        zh: `${own.type} 类事项适用 ${ownRule.id}，不适用 ${rule.id}`,
        en: `For matters of type ${own.type} ${ownRule.id} runs instead of ${rule.id}`,
      },
    };
  }
  const budget = own.budgets.find(({ stage }) => stage === rule.yieldsTo?.stage);
  return budget && rule.tag === 'O' ? budgetInstead(rule, budget, own.type) : { rule };
}

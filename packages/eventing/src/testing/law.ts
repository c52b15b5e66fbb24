import type { Directory } from '../declare/access.ts';
import type { Aggregate, Context } from '../declare/aggregate.ts';
import type { Fact } from '../declare/event-definition.ts';
import { isRefusal } from '../declare/refusal.ts';
import type { Actor } from '../ports/event.ts';
import { parseInput } from '../run/parse-input.ts';

/** What a command came to in a test: the facts, or the code of the refusal. */
export type Came =
  | { readonly facts: readonly Fact[] }
  | { readonly refused: string; readonly field?: string; readonly params: Readonly<Record<string, unknown>> };

export interface Scene {
  readonly today: string;
  readonly actor: Actor;
  readonly directory: Directory;
}

/** Folds facts onto an aggregate. */
export function folded<S, E extends Fact>(aggregate: Aggregate<S, E>, facts: readonly E[]): S {
  return facts.reduce<S>((state, fact) => aggregate.evolve(state, fact), aggregate.initial);
}

/**
 * Given these facts, when this command, then …: tests that read like the law.
 * `given(matter, id, scene, facts).when('approveFiling', {}).then(...)` is written as `expect(given(…).when(…)).toEqual(…)`.
 */
export function given<S, E extends Fact>(
  aggregate: Aggregate<S, E>,
  id: string,
  scene: Scene,
  facts: readonly E[] = [],
) {
  return {
    when(name: keyof typeof aggregate.commands & string, raw: unknown, other: Partial<Scene> = {}): Came {
      const command = aggregate.commands[name];
      if (command === undefined) throw new Error(`${aggregate.name} has no command ${name}`);
      const input = parseInput(command.input, raw);
      if (isRefusal(input)) return { refused: input.code, params: { issues: input.issues } };
      const { today, actor, directory } = { ...scene, ...other };
      const context: Context = {
        now: `${today}T02:00:00.000Z`,
        today,
        actor,
        id,
        commandId: 'c-test',
        directory,
      };
      const decision = command.decide(input.value, folded(aggregate, facts), context);
      if (!isRefusal(decision)) return { facts: decision };
      const { code, field, params } = decision;
      return { refused: code, params, ...(field === undefined ? {} : { field }) };
    },
  };
}

import { accessRules } from '@jiandu/access';
import { type Actor, type Aggregate, type AnyCommand, type Fact, isRefusal } from '@jiandu/eventing';
import { bootstrapStages, demoStaff, registry } from '../src/index.ts';

export const system: Actor = { person: 'system', name: '系统安装', role: 'system', unit: '630000' };
const commands = new Map<string, { aggregate: Aggregate; command: AnyCommand }>(
  registry.aggregates.flatMap((aggregate) =>
    Object.entries(aggregate.commands).map(([name, command]) => [`registry.${name}`, { aggregate, command }]),
  ),
);

/** Gives the bootstrap's commands to the deciders and folds the directory between stages, as the house does. */
function founded() {
  let directory = accessRules.emptyDirectory;
  const states = new Map<string, unknown>();
  for (const stage of bootstrapStages(demoStaff)) {
    const facts: Fact[] = [];
    for (const { command: name, id, input, commandId } of stage) {
      const found = commands.get(name);
      if (found === undefined) throw new Error(`no command ${name}`);
      const { aggregate, command } = found;
      const parsed = command.input.parse(input);
      const today = '2025-03-10';
      const place = id ?? aggregate.newId?.({ commandId, input: parsed, today }) ?? commandId;
      const context = {
        now: `${today}T02:00:00.000Z`,
        today,
        actor: system,
        id: place,
        commandId,
        directory,
      };
      const state = states.get(`${aggregate.name} ${place}`) ?? aggregate.initial;
      const decision = command.decide(parsed, state, context);
      if (isRefusal(decision)) throw new Error(`${name} ${place}: ${decision.code}`);
      states.set(
        `${aggregate.name} ${place}`,
        decision.reduce<unknown>((folded, fact) => aggregate.evolve(folded, fact), state),
      );
      facts.push(...decision);
    }
    directory = facts.reduce((known, fact) => accessRules.foldDirectory(known, fact), directory);
  }
  return directory;
}

export const directory = founded().asOf('2025-03-10');
export const on = '2025-03-10';
export const scene = (who: Actor) => ({ today: on, actor: who, directory });
export const chief: Actor = { person: 'P-630103-bai', name: '白某', role: 'chief', unit: '630103' };

import { matterType } from '@jiandu/catalogue';
import { code, longText, personId, type StaffMember } from '@jiandu/contracts';
import { type Context, commandsOf, isRefusal, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { type DrawGround, drawHandler } from './draw.ts';
import { alive, ongoing } from './standing.ts';
import { groupOf, type MatterFact, type MatterState, type Opening } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();
const seed = z.string().min(1).max(100);

function ground(
  state: MatterState,
  { profile }: Opening,
  from: string,
  { directory, today }: Context,
): DrawGround {
  const departments = matterType(directory.catalogueVersion, profile.type)?.departments ?? [];
  return { profile, departments, on: today, seed: from, away: state.away };
}

/** Random first, designated as a supplement (S6 §40). The seed is the id of the event that opened the matter. */
export const assignHandler = command({
  title: { zh: '随机分案', en: 'Draw a handler' },
  law: ['S6 §40', 'DOMAIN §2.1'],
  input: z.strictObject({ seed }),
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  decide(input, state, context) {
    const { opening } = state;
    if (state.handler !== undefined || state.status !== 'accepted' || opening === undefined) return [];
    const drawn = drawHandler(context.directory, ground(state, opening, input.seed, context));
    if (drawn === undefined) return refuse('handler.none-eligible');
    const data = { lead: opening.profile.lead, ...drawn, method: 'random' as const, seed: input.seed };
    return [{ type: 'HandlerAssigned', data }];
  },
});

/** Whoever declared a conflict or was recused leaves the matter; who remains stays, and the gap is drawn anew. */
export const redrawHandler = command({
  title: { zh: '回避后重新分案', en: 'Draw again after a recusal' },
  law: ['S2 §24-37', 'S6 §40'],
  input: z.strictObject({ seed, opinion: longText }),
  internal: true,
  may: [{ role: 'system', relation: 'system' }],
  decide(input, state, context) {
    const { handler, away } = state;
    // It is given on behalf of whoever declared the conflict, who writes nothing here any more himself.
    const open = ongoing(state);
    if (isRefusal(open) || handler === undefined) return [];
    const { opening } = open;
    if (!groupOf(state).some(({ person }) => away.includes(person))) return [];
    const drawn = drawHandler(context.directory, ground(state, opening, input.seed, context));
    if (drawn === undefined) return refuse('handler.none-eligible');
    const stays = !away.includes(handler.person);
    const remaining = state.assistants.filter(({ person }) => !away.includes(person));
    const next = stays ? handler : drawn.handler;
    const spare = drawn.assistants.filter(({ person }) => person !== next.person);
    const assistants = (remaining.length > 0 ? remaining : spare).filter(
      ({ person }) => person !== next.person,
    );
    const { candidates } = drawn;
    const data = {
      lead: opening.profile.lead,
      handler: next,
      assistants,
      previous: handler,
      candidates,
      ...input,
    };
    return [{ type: 'HandlerReassigned', data: { ...data, method: 'random' }, reason: input.opinion }];
  },
});

function named(person: string, roles: readonly string[], state: MatterState, unit: string, context: Context) {
  const { directory, today } = context;
  const found = roles
    .flatMap((role) => directory.holders(role, unit, today))
    .find((one) => one.person === person);
  if (found === undefined) return refuse('handler.not-eligible', { field: 'handler', person });
  if (state.away.includes(person)) return refuse('handler.conflicted', { field: 'handler', person });
  return { person, name: found.name, unit };
}

function namedGroup(
  { handler, assistants }: { handler: string; assistants: readonly string[] },
  state: MatterState,
  unit: string,
  context: Context,
): { handler: StaffMember; assistants: readonly StaffMember[] } | Refusal {
  const head = named(handler, ['prosecutor'], state, unit, context);
  if (isRefusal(head)) return head;
  const others: StaffMember[] = [];
  for (const person of new Set(assistants)) {
    const one = named(person, ['prosecutor', 'assistant', 'clerk'], state, unit, context);
    if (isRefusal(one)) return one;
    if (one.person !== head.person) others.push(one);
  }
  return { handler: head, assistants: others };
}

/** Names a handler where none could be drawn, or another one, with the reason. */
export const reassignHandler = command({
  title: { zh: '指定、变更承办人', en: 'Name or change the handler' },
  law: ['S6 §40', 'DOMAIN §4.4'],
  input: z.strictObject({
    handler: personId,
    assistants: z.array(personId).max(50).default([]),
    opinion: longText,
  }),
  may: [
    { role: 'dept_head', relation: 'unit' },
    { role: 'chief', relation: 'unit' },
  ],
  decide(input, state, context) {
    const open = alive(state, context);
    if (isRefusal(open)) return open;
    const { unit, lead } = open.opening.profile;
    const group = namedGroup(input, state, unit, context);
    if (isRefusal(group)) return group;
    const { handler: previous } = state;
    const people = [group.handler, ...group.assistants].map(({ person }) => person).join();
    if (
      people ===
      groupOf(state)
        .map(({ person }) => person)
        .join()
    )
      return refuse('handler.same');
    const { opinion } = input;
    const data = { lead, ...group, method: 'designated' as const, candidates: [group.handler], opinion };
    return previous === undefined
      ? [{ type: 'HandlerAssigned', data, reason: opinion }]
      : [{ type: 'HandlerReassigned', data: { ...data, previous }, reason: opinion }];
  },
});

/** Everybody assigned says whether anything ties him to the matter; a tie frees him of it at once. */
export const declareConflict = command({
  title: { zh: '回避声明', en: 'Declare a conflict or none' },
  law: ['S2 §24-28', 'S5 §12', 'DOMAIN §4.4'],
  input: z.strictObject({ conflict: z.boolean(), ground: code.optional(), statement: longText.optional() }),
  may: [
    { role: 'prosecutor', relation: 'own' },
    { role: 'assistant', relation: 'own' },
    { role: 'clerk', relation: 'own' },
  ],
  decide(input, state, context) {
    const open = alive(state, context);
    if (isRefusal(open)) return open;
    const { person } = context.actor;
    if (!groupOf(state).some((one) => one.person === person))
      return refuse('recusal.outside-group', { person });
    return [{ type: 'ConflictDeclared', data: { person, ...input } }];
  },
});

import { roleOf } from '@jiandu/catalogue';
import { code, effect, localDate, longText, matterTerminated } from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { clocksStarted } from '../clock-starts.ts';
import { refuse } from '../refusals.ts';
import { TO_FILE_WITH_SUPERIOR, TO_SELF_CHECK, typeRules } from '../type-rules.ts';
import { allOvertaken } from './clock-ends.ts';
import { firstOpenCondition } from './closing-conditions.ts';
import { command, type Evolution, happened } from './facts.ts';
import { inHand, notBefore } from './in-hand.ts';
import type { Disposal } from './state.ts';
import { handlersOf } from './state.ts';

export const conclusionEvolution: Evolution = {
  MatterConcluded: (disposal, { concludedOn }) => ({ ...disposal, phase: 'concluded', concludedOn }),
  MatterTerminated: (disposal, { ground }) => ({ ...disposal, phase: 'terminated', terminated: ground }),
};

/** The handler concludes what is his; a chief never what he handles himself (DOMAIN §4.3). */
function refuseConcluder(disposal: Disposal, { actor, ...context }: Context): Refusal | undefined {
  const { type } = disposal.profile;
  const { by } = typeRules(context, type).conclusion;
  const competent = by.map((role) => roleOf(role)?.title.zh ?? role).join('、');
  if (!by.includes(actor.role)) return refuse('conclusion.not-competent', { type, competent });
  const handles = handlersOf(disposal).includes(actor.person);
  if (actor.role === 'prosecutor') {
    return disposal.handler.person === actor.person
      ? undefined
      : refuse('conclusion.not-competent', { type, competent });
  }
  return handles ? refuse('approval.own-proposal') : undefined;
}

/** The last fact a conclusion rests on. */
function lastFact(disposal: Disposal): string {
  const dates = [
    disposal.filedOn,
    ...disposal.decisions.map(({ on }) => on),
    ...[...disposal.replies.values()].map(({ receivedOn }) => receivedOn),
    ...[...disposal.instruments.values()].map(({ servedOn }) => servedOn ?? ''),
  ];
  return dates.reduce((a, b) => (a > b ? a : b));
}

/** Every clock of the matter but filing with the superior, which stays due. */
function endsWithMatter(disposal: Disposal, by: string) {
  return allOvertaken(disposal, ({ clock }) => clock !== TO_FILE_WITH_SUPERIOR, by);
}

/** The ways a matter ends. */
export const conclusionCommands = {
  concludeMatter: command({
    title: { zh: '办结', en: 'Conclude the matter' },
    law: ['DOMAIN §2.1', 'DOMAIN §10 (3), (6)'],
    input: z.strictObject({ result: code, effect, opinion: longText, concludedOn: localDate.optional() }),
    may: [
      { role: 'prosecutor', relation: 'own' },
      { role: 'chief', relation: 'unit' },
    ],
    decide: inHand((input, disposal, context) => {
      const refusal = refuseConcluder(disposal, context);
      if (refusal !== undefined) return refusal;
      const { type } = disposal.profile;
      const rules = typeRules(context, type);
      const result = rules.conclusion.results.find((each) => each.code === input.result);
      if (result === undefined) {
        return refuse('conclusion.result-unknown', { field: 'result', type, result: input.result });
      }
      const nothingFound = rules.issues.tracked && disposal.issues.size === 0;
      if (disposal.decisions.length === 0 && !nothingFound) return refuse('conclusion.no-decision');
      const open = firstOpenCondition(disposal, context, input.effect, result.effectRequired);
      if (open !== undefined) return open;
      const concludedOn = input.concludedOn ?? context.today;
      const early = notBefore('concludedOn', concludedOn, lastFact(disposal));
      if (early !== undefined) return early;
      const selfCheck = { clock: TO_SELF_CHECK, subject: context.id, start: concludedOn };
      const data = {
        ...input,
        concludedOn,
        clocks: clocksStarted(disposal, context, [selfCheck]),
        clocksReplaced: endsWithMatter(disposal, 'MatterConcluded'),
      };
      return [happened('MatterConcluded', data, concludedOn)];
    }),
  }),

  terminateMatter: command({
    title: { zh: '终结', en: 'Terminate the matter' },
    law: ['DOMAIN §2.1', 'S4 §78', 'S6 §56'],
    input: z.strictObject({
      ground: matterTerminated.schema.shape.ground.exclude(['voided']),
      opinion: longText,
      terminatedOn: localDate.optional(),
    }),
    may: [{ role: 'chief', relation: 'unit' }],
    decide: inHand((input, disposal, context) => {
      if (handlersOf(disposal).includes(context.actor.person)) return refuse('approval.own-proposal');
      const waiting = [...disposal.instruments.values()].find(
        ({ servedOn, revokedOn, issued, answeredOn }) =>
          servedOn !== undefined &&
          revokedOn === undefined &&
          issued?.replyClock !== undefined &&
          answeredOn === undefined,
      );
      if (waiting !== undefined) return refuse('conclusion.instrument-open', { instrument: waiting.ref });
      const terminatedOn = input.terminatedOn ?? context.today;
      const early = notBefore('terminatedOn', terminatedOn, lastFact(disposal));
      if (early !== undefined) return early;
      const clocksReplaced = endsWithMatter(disposal, 'MatterTerminated');
      return [happened('MatterTerminated', { ...input, terminatedOn, clocksReplaced }, terminatedOn)];
    }),
  }),
};

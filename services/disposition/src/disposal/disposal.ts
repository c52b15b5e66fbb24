import { defineAggregate } from '@jiandu/eventing';
import { openAfter } from './clock-ends.ts';
import { conclusionCommands, conclusionEvolution } from './conclusion.ts';
import { decisionCommands, decisionEvolution } from './decision.ts';
import { dossierCommands, dossierEvolution } from './dossier.ts';
import { escalationCommands, escalationEvolution } from './escalation.ts';
import type { DisposalFact, Evolution } from './facts.ts';
import { followUpCommands, followUpEvolution } from './follow-up.ts';
import { instrumentCommands, instrumentEvolution } from './instruments.ts';
import { opened, openingCommands, openingEvolution } from './opening.ts';
import { reExaminationCommands, reExaminationEvolution } from './re-examination.ts';
import { replyCommands, replyEvolution } from './replies.ts';
import { assessmentCommands, assessmentEvolution } from './reply-assessment.ts';
import type { Disposal, DisposalState } from './state.ts';
import { handlersOf } from './state.ts';

const evolution: Evolution = {
  ...openingEvolution,
  ...decisionEvolution,
  ...instrumentEvolution,
  ...replyEvolution,
  ...assessmentEvolution,
  ...reExaminationEvolution,
  ...escalationEvolution,
  ...followUpEvolution,
  ...conclusionEvolution,
  ...dossierEvolution,
};

function evolve(state: DisposalState, fact: DisposalFact): DisposalState {
  if (fact.type === 'DisposalOpened') {
    const disposal = opened(fact.data);
    return { ...disposal, openClocks: openAfter(disposal, fact) };
  }
  if (state === 'not-filed') return state;
  // The table gives each type its own data; the union of all of them is lost on a lookup by name.
  const step = evolution[fact.type] as
    | ((disposal: Disposal, data: DisposalFact['data']) => Disposal)
    | undefined;
  const after = step?.(state, fact.data) ?? state;
  return { ...after, openClocks: openAfter(state, fact) };
}

/** The superior unit that has something to decide, or decided, in the matter. */
function escalatedTo({ escalations }: Disposal): string | undefined {
  return [...escalations.values()].at(-1)?.superior;
}

/** The disposal of a filed matter: from decision through instruments and replies to conclusion and archive. */
export const disposal = defineAggregate<DisposalState, DisposalFact>({
  name: 'disposal',
  route: 'matters',
  title: { zh: '监督处理', en: 'Disposal' },
  initial: 'not-filed',
  evolve,
  resource(state) {
    if (state === 'not-filed') return { unit: 'none' };
    const { unit, type, department, secrecy, accessList } = state.profile;
    const superior = escalatedTo(state);
    return {
      unit,
      type,
      department,
      secrecy,
      handlers: handlersOf(state),
      ...(accessList === undefined ? {} : { accessList }),
      ...(superior === undefined ? {} : { escalatedTo: superior }),
    };
  },
  commands: {
    ...openingCommands,
    ...decisionCommands,
    ...instrumentCommands,
    ...replyCommands,
    ...assessmentCommands,
    ...reExaminationCommands,
    ...escalationCommands,
    ...followUpCommands,
    ...conclusionCommands,
    ...dossierCommands,
  },
});

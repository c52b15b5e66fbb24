import type { ConflictDeclared, RecusalDecided } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Whoever must stay away is replaced at once; where nobody is left, somebody is named by hand. */
export const redrawHandlerWhenConflicted = definePolicy({
  name: 'redrawHandlerWhenConflicted',
  title: { zh: '回避后重新分案', en: 'Draw again when somebody must stay away' },
  from: ['intake'],
  on: {
    ConflictDeclared: when<ConflictDeclared['data']>(({ id, stream, data }) =>
      data.conflict ? [redraw(idOf(stream), id, `${data.person} 声明应当回避 / declared a conflict`)] : [],
    ),
    RecusalDecided: when<RecusalDecided['data']>(({ id, stream, data }) =>
      data.granted
        ? [redraw(idOf(stream), id, `${data.challenged} 回避 / was recused (${data.recusal})`)]
        : [],
    ),
  },
});

function redraw(matter: string, seed: string, opinion: string) {
  return {
    command: 'intake.redrawHandler',
    id: matter,
    input: { seed, opinion },
    tolerate: ['handler.none-eligible'],
  };
}

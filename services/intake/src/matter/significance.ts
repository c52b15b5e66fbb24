import { assessSignificance as score } from '@jiandu/catalogue';
import { code, longText, significanceAssessed } from '@jiandu/contracts';
import { commandsOf, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { unfiled } from './standing.ts';
import type { MatterFact, MatterState } from './state.ts';

const command = commandsOf<MatterState, MatterFact>();

/** The handler scores the matter by the criteria of the catalogue; one veto makes it major at once. */
export const assessSignificance = command({
  title: { zh: '重大性评估', en: 'Assess the significance' },
  law: ['DOMAIN §2.1'],
  input: z.strictObject({
    scores: significanceAssessed.schema.shape.scores,
    vetoes: z.array(code).max(20).default([]),
    opinion: longText.optional(),
  }),
  may: [{ role: 'prosecutor', relation: 'own' }],
  decide(input, state, context) {
    const open = unfiled(state, context);
    if (isRefusal(open)) return open;
    if (state.handler?.person !== context.actor.person) return refuse('handler.not-you');
    const result = score(input.scores, input.vetoes);
    if ('fault' in result)
      return refuse('significance.faulty', { field: 'scores', at: result.at, fault: result.fault });
    const { score: sum, threshold, major } = result;
    return [{ type: 'SignificanceAssessed', data: { ...input, score: sum, threshold, major } }];
  },
});

import type { MatterConcluded } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** A concluded matter is checked by its handler within ten working days (DL-59). */
export const makeSelfCheckDueWhenMatterConcluded = definePolicy({
  name: 'makeSelfCheckDueWhenMatterConcluded',
  title: { zh: '办结后启动自查', en: 'Make the self-check due when the matter is concluded' },
  from: ['disposition'],
  on: {
    MatterConcluded: when<MatterConcluded['data']>(({ data, stream }) => {
      const { concludedOn, effect } = data;
      const input = { concludedOn, effectObtained: effect.obtained };
      return [{ command: 'assessment.makeSelfCheckDue', id: idOf(stream), input }];
    }),
  },
});

import { numberSeriesId, parseMatterNumber } from '@jiandu/catalogue';
import type { MatterVoided } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** The register shows the void number with its reason. */
export const voidNumberWhenMatterVoided = definePolicy({
  name: 'voidNumberWhenMatterVoided',
  title: { zh: '作废后登记空号', en: 'Record a void number when its matter is voided' },
  from: ['intake'],
  on: {
    MatterVoided: when<MatterVoided['data']>(({ stream, data: { opinion } }) => {
      const matter = idOf(stream);
      const parts = parseMatterNumber(matter);
      if (parts === undefined) return [];
      return [{ command: 'intake.recordVoid', id: numberSeriesId(parts), input: { matter, opinion } }];
    }),
  },
});

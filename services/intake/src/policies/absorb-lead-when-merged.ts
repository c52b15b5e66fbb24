import type { LeadMerged } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** The lead that stays keeps everybody who found the one that went into it. */
export const absorbLeadWhenMerged = definePolicy({
  name: 'absorbLeadWhenMerged',
  title: { zh: '并案后保留发现人', en: 'Absorb a lead when it is merged' },
  from: ['intake'],
  on: {
    LeadMerged: when<LeadMerged['data']>(({ stream, metadata, data: { into, discoverers } }) => [
      {
        command: 'intake.absorbLead',
        id: into,
        input: { from: idOf(stream), fromUnit: metadata.unit, discoverers },
      },
    ]),
  },
});

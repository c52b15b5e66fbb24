import type { MatterNumbered } from '@jiandu/contracts';
import { definePolicy, when } from '@jiandu/eventing';

/** A number is a matter from then on. */
export const openMatterWhenNumbered = definePolicy({
  name: 'openMatterWhenNumbered',
  title: { zh: '编号后建档', en: 'Open the matter when it is numbered' },
  from: ['intake'],
  on: {
    MatterNumbered: when<MatterNumbered['data']>(({ data: { matter, sequence: _sequence, ...input } }) => [
      { command: 'intake.openMatter', id: matter, input },
    ]),
  },
});

import type { LeadTransferred } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** What was handed to another unit lands in that unit's pool; what went to an outside body does not. */
export const takeOverLeadWhenTransferred = definePolicy({
  name: 'takeOverLeadWhenTransferred',
  title: { zh: '移送后接收', en: 'Take a lead over when it is transferred' },
  from: ['intake'],
  on: {
    LeadTransferred: when<LeadTransferred['data']>(({ stream, metadata, data }) => {
      const { toUnit, content, secrecy, accessList } = data;
      if (toUnit === undefined || content === undefined) return [];
      const { source: _source, origin: _origin, ...said } = content;
      const from = { fromUnit: metadata.unit, fromLead: idOf(stream) };
      const how = { source: 'internal_transfer', origin: 'transferred' };
      const protection = { secrecy, ...(accessList === undefined ? {} : { accessList }) };
      return [
        { command: 'intake.takeOverLead', input: { unit: toUnit, ...from, ...how, ...said, ...protection } },
      ];
    }),
  },
});

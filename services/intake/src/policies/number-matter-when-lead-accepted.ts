import { numberSeriesId } from '@jiandu/catalogue';
import type { LeadAccepted } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** What passed the gate gets the next number of its series. */
export const numberMatterWhenLeadAccepted = definePolicy({
  name: 'numberMatterWhenLeadAccepted',
  title: { zh: '受理后编号', en: 'Number the matter when its lead is accepted' },
  from: ['intake'],
  on: {
    LeadAccepted: when<LeadAccepted['data']>(({ stream, data: { acceptedOn, profile, provenance } }) => {
      const series = numberSeriesId({ ...profile, year: Number(acceptedOn.slice(0, 4)) });
      const input = { lead: idOf(stream), acceptedOn, profile, provenance };
      return [{ command: 'intake.takeNumber', id: series, input }];
    }),
  },
});

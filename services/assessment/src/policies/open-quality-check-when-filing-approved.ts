import type { FilingApproved } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Every filed matter is checked, none is left out (每案必检). */
export const openQualityCheckWhenFilingApproved = definePolicy({
  name: 'openQualityCheckWhenFilingApproved',
  title: { zh: '立案后建立质量检查', en: 'Open a quality check when filing is approved' },
  from: ['intake'],
  on: {
    FilingApproved: when<FilingApproved['data']>(({ data, stream }) => {
      const { profile, handler, assistants, filedOn: openedOn } = data;
      const input = { profile, handler, assistants, openedOn };
      const tolerate = ['quality-check.exists'];
      return [{ command: 'assessment.openQualityCheck', id: idOf(stream), input, tolerate }];
    }),
  },
});

import type { InstrumentIssued } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** Remembers which instrument speaks to which issue: each issue of an inspection has its own end. */
export const coverIssuesWhenInstrumentIssued = definePolicy({
  name: 'coverIssuesWhenInstrumentIssued',
  title: { zh: '文书制发后对应问题', en: 'Cover issues when an instrument is issued' },
  from: ['disposition'],
  on: {
    InstrumentIssued: when<InstrumentIssued['data']>(({ data, stream }) => {
      const { instrument, kind, issues, issuedOn } = data;
      if (issues.length === 0) return [];
      const input = { instrument, kind, issues, issuedOn };
      return [{ command: 'investigation.coverIssues', id: idOf(stream), input }];
    }),
  },
});

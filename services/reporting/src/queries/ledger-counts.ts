import { defineQuery } from '@jiandu/eventing';
import { z } from 'zod';
import { statisticsReaders } from '../grants.ts';
import type { LedgerRow } from '../views/main-ledger/row.ts';
import { ledgerFilter, ledgerFilterInput } from './ledger/ledger-filter.ts';

/** How many matters there are by one of the ledger's columns. In the order of the codes: units are not ranked. */
export const ledgerCountsQuery = defineQuery({
  name: 'ledgerCounts',
  path: 'ledger-counts',
  title: { zh: '台账统计', en: 'Counts over the ledger' },
  input: z.strictObject({
    by: z.enum(['unit', 'type', 'status', 'line', 'function', 'track']),
    ...ledgerFilterInput,
  }),
  output: z.strictObject({
    by: z.string(),
    total: z.int(),
    counts: z.array(z.strictObject({ value: z.string(), matters: z.int() })),
  }),
  may: statisticsReaders,
  async answer({ by, ...asked }, { collections, visible }) {
    const ledger = collections<LedgerRow>('reporting.mainLedger');
    const groups = await ledger.groupBy(by, ledgerFilter(asked), visible);
    const counts = [...groups].map(([value, matters]) => ({ value: String(value ?? ''), matters }));
    return {
      by,
      total: counts.reduce((sum, { matters }) => sum + matters, 0),
      counts: counts.sort((a, b) => (a.value < b.value ? -1 : 1)),
    };
  },
});

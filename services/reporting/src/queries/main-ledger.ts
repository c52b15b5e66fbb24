import { defineQuery, isRefusal } from '@jiandu/eventing';
import { z } from 'zod';
import { ledgerReaders } from '../grants.ts';
import type { LedgerRow } from '../views/main-ledger/row.ts';
import { ledgerFilter, ledgerFilterInput } from './ledger/ledger-filter.ts';
import { rowAnswer, showRow } from './ledger/row-answer.ts';
import { pageOf, paging } from './pages.ts';

const SORTS = ['number', 'acceptedOn', 'filedOn', 'concludedOn', 'status'] as const;

/** The main ledger: filtered, sorted, page by page. */
export const mainLedgerQuery = defineQuery({
  name: 'mainLedger',
  path: 'main-ledger',
  title: { zh: '监督事项总台账', en: 'Main ledger' },
  input: z.strictObject({
    ...ledgerFilterInput,
    sort: z.enum(SORTS).default('number'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), items: z.array(rowAnswer), next: z.string().optional() }),
  may: ledgerReaders,
  async answer({ sort, order, cursor, limit, ...asked }, { collections, visible }) {
    const filter = ledgerFilter(asked);
    const ledger = collections<LedgerRow>('reporting.mainLedger');
    const field = sort === 'number' ? 'id' : sort;
    const page = await pageOf(ledger, {
      filter,
      anyOf: visible,
      sort: { field, descending: order === 'desc' },
      cursor,
      limit,
    });
    if (isRefusal(page)) return page;
    const total = await ledger.count(filter, visible);
    return { total, items: page.items.map(showRow), ...(page.next === undefined ? {} : { next: page.next }) };
  },
});

import { type Collection, type Directory, defineQuery, type Filter } from '@jiandu/eventing';
import { z } from 'zod';
import { ledgerReaders } from '../grants.ts';
import { columns } from '../views/main-ledger/columns.ts';
import type { LedgerRow } from '../views/main-ledger/row.ts';
import { BYTE_ORDER_MARK, csvLine } from './ledger/csv.ts';
import { ledgerFilter, ledgerFilterInput } from './ledger/ledger-filter.ts';

/** Rows read at a time while the file is written. */
const BATCH = 500;

interface Wanted {
  readonly filter: Filter;
  readonly anyOf: readonly Filter[];
}

async function* lines(
  ledger: Collection<LedgerRow>,
  wanted: Wanted,
  directory: Directory,
): AsyncIterable<string> {
  yield BYTE_ORDER_MARK;
  yield csvLine(['序号 / No.', ...columns.map(({ title }) => `${title.zh} / ${title.en}`)]);
  let number = 0;
  let after: string | undefined;
  do {
    const page = await ledger.find({ ...wanted, limit: BATCH, ...(after === undefined ? {} : { after }) });
    const texts = page.items.map((row) => {
      number += 1;
      return csvLine([number, ...columns.map((column) => column.cell(row, directory))]);
    });
    yield texts.join('');
    after = page.next;
  } while (after !== undefined);
}

/** The main ledger as a file for spreadsheets, by matter number. */
export const mainLedgerCsvQuery = defineQuery({
  name: 'mainLedgerCsv',
  path: 'main-ledger.csv',
  title: { zh: '导出总台账', en: 'Main ledger as CSV' },
  input: z.strictObject(ledgerFilterInput),
  output: z.string(),
  may: ledgerReaders,
  async answer(asked, { collections, visible, directory, today }) {
    const ledger = collections<LedgerRow>('reporting.mainLedger');
    return {
      contentType: 'text/csv; charset=utf-8',
      fileName: `监督事项总台账-${today}.csv`,
      body: lines(ledger, { filter: ledgerFilter(asked), anyOf: visible }, directory),
    };
  },
});

import type { Envelope } from '@jiandu/eventing';
import type { LedgerRow } from './row.ts';

/** What one type of event writes into a row, beside the status. */
export type Entry = (row: LedgerRow, event: Envelope) => Partial<LedgerRow>;

/** Types one entry: `entry<FilingApproved['data']>((row, data, event) => ({ … }))`. */
export function entry<D>(write: (row: LedgerRow, data: D, event: Envelope) => Partial<LedgerRow>): Entry {
  return (row, event) => write(row, event.data as D, event);
}

import { defineView, type Envelope, type Fold } from '@jiandu/eventing';
import { matterOf } from '../../matter-events.ts';
import { standingAfter, statusShown } from '../../standing.ts';
import { dispositionEntries } from './disposition-entries.ts';
import type { Entry } from './entry.ts';
import { intakeEntries } from './intake-entries.ts';
import { investigationEntries } from './investigation-entries.ts';
import { emptyRow, type LedgerRow } from './row.ts';

function written(row: LedgerRow, event: Envelope, entry: Entry): LedgerRow {
  const change = entry(row, event);
  const standing = standingAfter(change.standing ?? row.standing, event);
  if (standing === row.standing) return { ...row, ...change };
  return { ...row, ...change, standing, status: statusShown(standing) };
}

function rowFold(entry: Entry): Fold<LedgerRow> {
  return {
    ids: (event) => {
      const matter = matterOf(event);
      return matter === undefined ? [] : [matter];
    },
    apply: (row, event, id) => written(row ?? emptyRow(id), event, entry),
  };
}

const entries: Readonly<Record<string, Entry>> = {
  ...intakeEntries,
  ...investigationEntries,
  ...dispositionEntries,
};

/** The main ledger (监督事项总台账), one row a matter. Nobody types it. */
export const mainLedger = defineView<LedgerRow>({
  name: 'mainLedger',
  title: { zh: '监督事项总台账', en: 'Main ledger' },
  version: 1,
  from: ['intake', 'investigation', 'disposition', 'assessment'],
  fields: [
    'unit',
    'type',
    'department',
    'status',
    'secrecy',
    'escalatedTo',
    'line',
    'function',
    'track',
    'acceptedOn',
    'filedOn',
    'concludedOn',
    'archivedOn',
  ],
  lists: ['handlers', 'sharedWith', 'accessList'],
  folds: Object.fromEntries(Object.entries(entries).map(([type, entry]) => [type, rowFold(entry)])),
});

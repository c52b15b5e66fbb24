import type { Filter, QueryContext, Subject } from '@jiandu/eventing';
import type { LedgerRow } from '../../views/main-ledger/row.ts';

/** What a clock's document knows by itself; who handles the matter is known to the matter alone. */
const KNOWN_TO_CLOCKS: ReadonlySet<string> = new Set(['unit', 'secrecy', 'type']);
/** Nobody has more matters of his own at a time. */
const MOST_MATTERS = 1000;

/** What a reader may see, as filters over clocks: a handler's own matters are looked up and named. */
export async function visibleClocks({ visible, collections }: QueryContext): Promise<readonly Filter[]> {
  const ledger = collections<LedgerRow>('reporting.mainLedger');
  const filters = visible.map(async (filter): Promise<Filter | undefined> => {
    if (Object.keys(filter).every((field) => KNOWN_TO_CLOCKS.has(field))) return filter;
    const { items } = await ledger.find({ anyOf: [filter], limit: MOST_MATTERS });
    return items.length === 0 ? undefined : { key: { in: items.map(({ id }) => id) } };
  });
  return (await Promise.all(filters)).filter((filter) => filter !== undefined);
}

/** Whether a matter's row lets its clocks be shown: of a restricted one only to those on its list. */
export function mayBeShown(row: LedgerRow | undefined, { person }: Subject): boolean {
  return row === undefined || row.secrecy !== 'restricted' || row.accessList.includes(person);
}

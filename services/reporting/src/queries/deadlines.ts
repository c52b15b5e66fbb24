import { scopeOf } from '@jiandu/catalogue';
import { defineQuery, isRefusal, type LocalDate } from '@jiandu/eventing';
import { z } from 'zod';
import { deadlineReaders } from '../grants.ts';
import type { DeadlineDoc } from '../views/deadline-board/deadline-board.ts';
import type { LedgerRow } from '../views/main-ledger/row.ts';
import { clockFilter, clockFilterInput } from './deadlines/clock-filter.ts';
import { mayBeShown, visibleClocks } from './deadlines/visible-clocks.ts';
import { clockShown, showClock } from './matter/clock-shown.ts';
import { pageOf, paging } from './pages.ts';

const item = clockShown.extend({
  unit: z.string(),
  matter: z.string().nullable(),
  lead: z.string().nullable(),
  handler: z.strictObject({ person: z.string(), name: z.string() }).nullable(),
  warnedOn: z.string().nullable(),
});

function shown(
  doc: DeadlineDoc,
  row: LedgerRow | undefined,
  today: LocalDate,
): z.input<typeof item> | undefined {
  const clock = doc.rounds.findLast(({ status, due }) => status === doc.status && due === doc.due);
  if (clock === undefined) return undefined;
  const ofLead = doc.type === null;
  const handler = row?.handler;
  return {
    ...showClock(clock, scopeOf(doc.type ?? '', row?.function), today),
    unit: doc.unit,
    matter: ofLead ? null : doc.key,
    lead: ofLead ? doc.key : (row?.lead ?? null),
    handler: handler ? { person: handler.person, name: handler.name } : null,
    warnedOn: doc.warnedOn ?? null,
  };
}

/** The deadline board: every clock the reader may see, what is due first on top. */
export const deadlinesQuery = defineQuery({
  name: 'deadlines',
  path: 'deadlines',
  title: { zh: '期限看板', en: 'Deadline board' },
  input: z.strictObject({ ...clockFilterInput, order: z.enum(['asc', 'desc']).default('asc'), ...paging }),
  output: z.strictObject({ items: z.array(item), next: z.string().optional() }),
  may: deadlineReaders,
  async answer({ order, cursor, limit, ...asked }, context) {
    const { collections, today } = context;
    const page = await pageOf(collections<DeadlineDoc>('reporting.deadlineBoard'), {
      filter: clockFilter(asked, today),
      anyOf: await visibleClocks(context),
      sort: { field: 'due', descending: order === 'desc' },
      cursor,
      limit,
    });
    if (isRefusal(page)) return page;
    const keys = [...new Set(page.items.map(({ key }) => key))];
    const rows = await collections<LedgerRow>('reporting.mainLedger').getMany(keys);
    const items = page.items
      .filter(({ key }) => mayBeShown(rows.get(key), context.subject))
      .map((doc) => shown(doc, rows.get(doc.key), today))
      .filter((each) => each !== undefined);
    return { items, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});

import { bodyName, code, localDate, matterType, unitCode } from '@jiandu/contracts';
import { type Condition, defineQuery, type Filter, searchWords } from '@jiandu/eventing';
import { z } from 'zod';
import type { LeadDoc } from '../views/lead-pool.ts';
import { leadReaders } from './readers.ts';

const row = z.record(z.string(), z.unknown());
const SORTS = ['registeredOn', 'dueOn', 'status', 'body'] as const;

const input = z.strictObject({
  unit: unitCode.optional(),
  status: code.optional(),
  source: code.optional(),
  type: matterType.optional(),
  body: bodyName.optional(),
  flagged: z.stringbool().optional(),
  dueUntil: localDate.optional(),
  words: z.string().min(1).max(100).optional(),
  sort: z.enum(SORTS).default('registeredOn'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

function filterOf({
  unit,
  status,
  source,
  type,
  body,
  flagged,
  dueUntil,
  words,
}: z.output<typeof input>): Filter {
  const asked: Record<string, Condition | undefined> = {
    unit,
    status,
    source,
    type,
    body,
    flagged,
    dueOn: dueUntil === undefined ? undefined : { gte: '', lte: dueUntil },
    words: words === undefined ? undefined : { all: searchWords(words) },
  };
  return Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, Condition] => entry[1] !== undefined),
  );
}

/** A lead in a list: what is needed to choose, not the index of its words. */
function rowOf({
  words: _words,
  sharedWith: _shared,
  escalatedTo: _escalated,
  accessList: _list,
  ...shown
}: LeadDoc) {
  return { ...shown };
}

/** The lead pool: filter, sort, page. */
export const leadPoolQuery = defineQuery({
  name: 'leadPool',
  path: 'leads',
  title: { zh: '线索池', en: 'Lead pool' },
  input,
  output: z.strictObject({ items: z.array(row), next: z.string().optional(), total: z.int() }),
  may: leadReaders,
  async answer(asked, { collections, visible }) {
    const pool = collections<LeadDoc>('intake.leadPool');
    const filter = filterOf(asked);
    const { sort: field, order, limit, cursor } = asked;
    const sort = { field, descending: order === 'desc' };
    const after = cursor === undefined ? {} : { after: cursor };
    const page = await pool.find({ filter, anyOf: visible, sort, limit, ...after });
    const total = await pool.count(filter, visible);
    return { items: page.items.map(rowOf), total, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});

import { matterType, unitCode } from '@jiandu/contracts';
import { defineQuery, type Filter, isRefusal, searchWords } from '@jiandu/eventing';
import { z } from 'zod';
import { matterReaders } from '../grants.ts';
import { refuse } from '../refusals.ts';
import type { SearchDoc } from '../views/search-index/search-index.ts';
import { pageOf, paging } from './pages.ts';

/** A matter's number or the beginning of one: `CFS-630103-2025`. */
const NUMBER = /^[A-Z]{3}-\d{1,6}(-\d{0,4}(-\d{0,5})?)?$/;
const ONE_CHARACTER = /^\p{Script=Han}$/u;

function wanted(text: string): Filter | undefined {
  const number = text.trim().toUpperCase();
  if (NUMBER.test(number)) return { number: { prefix: number } };
  const words = searchWords(text).filter((word) => !ONE_CHARACTER.test(word));
  return words.length === 0 ? undefined : { words: { all: words } };
}

const found = z.strictObject({
  number: z.string(),
  unit: z.string(),
  type: z.string(),
  title: z.string(),
  bodyName: z.string(),
  acceptedOn: z.string(),
});

/** Matters by number, printed number, words of subject, body, clause or handler; all words must be there. */
export const searchQuery = defineQuery({
  name: 'search',
  path: 'search',
  title: { zh: '检索', en: 'Search' },
  input: z.strictObject({
    q: z.string().min(1).max(200),
    unit: unitCode.optional(),
    type: matterType.optional(),
    ...paging,
  }),
  output: z.strictObject({ items: z.array(found), next: z.string().optional() }),
  may: matterReaders,
  async answer({ q, unit, type, cursor, limit }, { collections, visible }) {
    const filter = wanted(q);
    if (filter === undefined) return refuse('search.too-short', { field: 'q' });
    const page = await pageOf(collections<SearchDoc>('reporting.searchIndex'), {
      filter: { ...filter, ...(unit && { unit }), ...(type && { type }) },
      anyOf: visible,
      cursor,
      limit,
    });
    if (isRefusal(page)) return page;
    const items = page.items.map(({ number, unit: of, type: kind, title, bodyName, acceptedOn }) => ({
      number,
      unit: of,
      type: kind,
      title,
      bodyName,
      acceptedOn,
    }));
    return { items, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});

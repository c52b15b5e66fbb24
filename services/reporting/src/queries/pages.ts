import type { Collection, Doc, FindOptions, Page, Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';

/** Parameters of every list that comes in pages. */
export const paging = {
  cursor: z.string().max(500).optional().meta({ description: '上一页给出的标记 / From the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** One page; a cursor that is not of this search is refused. */
export async function pageOf<T extends Doc>(
  collection: Collection<T>,
  { cursor, ...options }: Omit<FindOptions, 'after'> & { readonly cursor?: string | undefined },
): Promise<Page<T> | Refusal> {
  if (cursor === undefined) return collection.find(options);
  try {
    return await collection.find({ ...options, after: cursor });
  } catch (error) {
    if (error instanceof RangeError) return refuse('cursor.unknown', { field: 'cursor' });
    throw error;
  }
}

/** A range of days as a condition; undefined when neither end is given. */
export function daysIn(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
}

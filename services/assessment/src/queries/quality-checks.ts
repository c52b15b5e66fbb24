import { matterType, unitCode } from '@jiandu/contracts';
import {
  type Collection,
  defineQuery,
  type Filter,
  type FindOptions,
  isRefusal,
  type Page,
  type Refusal,
} from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { type QualityCheckDoc, qualityCheckCard } from '../views/quality-checks.ts';
import { readers } from './readers.ts';

const row = qualityCheckCard.pick({ id: true, status: true, concludedOn: true, selfCheckBy: true }).extend({
  unit: unitCode,
  type: matterType,
  title: z.string(),
  handler: z.string(),
  grade: z.string().optional(),
  scheme: z.string().optional(),
});

function rowOf({ id, unit, type, card }: QualityCheckDoc): z.output<typeof row> {
  const { status, concludedOn, selfCheckBy, profile, handler, grades } = card;
  const last = grades.at(-1);
  return {
    id,
    unit,
    type,
    status,
    title: profile.title,
    handler: handler.name,
    ...(concludedOn === undefined ? {} : { concludedOn }),
    ...(selfCheckBy === undefined ? {} : { selfCheckBy }),
    ...(last === undefined ? {} : { grade: last.grade, scheme: last.scheme }),
  };
}

async function pageOf(
  checks: Collection<QualityCheckDoc>,
  options: FindOptions,
): Promise<Page<QualityCheckDoc> | Refusal> {
  try {
    return await checks.find(options);
  } catch (error) {
    // The only range a person gives here is the cursor; the limit was checked before.
    if (error instanceof RangeError) return refuse('cursor.unknown', { field: 'cursor' });
    throw error;
  }
}

/** Quality checks of a unit, newest conclusion first. */
export const qualityChecksQuery = defineQuery({
  name: 'qualityChecks',
  path: 'quality-checks',
  title: { zh: '质量检查列表', en: 'Quality checks' },
  input: z.strictObject({
    unit: unitCode.optional(),
    type: matterType.optional(),
    status: qualityCheckCard.shape.status.optional(),
    grade: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
  output: z.strictObject({ items: z.array(row).readonly(), next: z.string().optional() }),
  may: readers,
  async answer({ limit, cursor, ...asked }, { collections, visible }) {
    const filter: Filter = Object.fromEntries(
      Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const checks = collections<QualityCheckDoc>('assessment.qualityChecks');
    const sort = { field: 'concludedOn', descending: true };
    const after = cursor === undefined ? {} : { after: cursor };
    const page = await pageOf(checks, { filter, anyOf: visible, sort, limit, ...after });
    if (isRefusal(page)) return page;
    return { items: page.items.map(rowOf), ...(page.next === undefined ? {} : { next: page.next }) };
  },
});

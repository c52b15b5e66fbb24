import { deadlineRules, deadlinesVersion, matterTypes } from '@jiandu/catalogue';
import { defineQuery } from '@jiandu/eventing';
import { z } from 'zod';
import { everybody } from '../grants.ts';
import type { VersionDoc } from '../views/catalogue-versions.ts';

const entry = z.record(z.string(), z.unknown());

/** The versions of catalogue and calendar that were published, newest in force first. */
export const catalogueVersionsQuery = defineQuery({
  name: 'catalogueVersions',
  path: 'catalogue-versions',
  title: { zh: '目录与日历版本', en: 'Catalogue and calendar versions' },
  input: z.strictObject({ kind: z.enum(['catalogue', 'calendar']).optional() }),
  output: z.strictObject({ items: z.array(entry) }),
  may: everybody,
  async answer({ kind }, { collections }) {
    const { items } = await collections<VersionDoc>('registry.catalogueVersions').find({
      filter: kind === undefined ? {} : { kind },
      sort: { field: 'effectiveFrom', descending: true },
      limit: 1000,
    });
    return { items: items.map((doc) => ({ ...doc })) };
  },
});

/** The matter types: stages, deciders, measures, instruments, closing conditions. */
export const matterTypesQuery = defineQuery({
  name: 'matterTypes',
  path: 'matter-types',
  title: { zh: '事项类型', en: 'Matter types' },
  input: z.strictObject({}),
  output: z.strictObject({ catalogueVersion: z.string(), items: z.array(entry) }),
  may: everybody,
  async answer(_input, { directory }) {
    return {
      catalogueVersion: directory.catalogueVersion,
      items: matterTypes.map((type) => ({ ...type })),
    };
  },
});

/** The legal and default clocks, each with its article. */
export const deadlinesQuery = defineQuery({
  name: 'deadlines',
  path: 'deadlines',
  title: { zh: '期限表', en: 'Deadlines' },
  input: z.strictObject({}),
  output: z.strictObject({ version: z.string(), calendarVersion: z.string(), items: z.array(entry) }),
  may: everybody,
  async answer(_input, { directory }) {
    return {
      version: deadlinesVersion,
      calendarVersion: directory.calendarVersion,
      items: deadlineRules.map((rule) => ({ ...rule })),
    };
  },
});

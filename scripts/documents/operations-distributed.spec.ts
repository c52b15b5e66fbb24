import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { distributedSettingsSchema } from '../../packages/host/src/settings/distributed-settings.ts';
import { sharedSettings } from '../../packages/host/src/settings/shared-settings.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/operations-distributed.md');
const both = `${read('docs/operations.md')}${page}`;

/** First cells of table rows that name something, with the second cell. */
const rows = new Map(
  [...page.matchAll(/^\| `([\w-]+)` \| ([^|]+) \|/gm)].map(([, name = '', next = '']) => [name, next]),
);
const { shape } = distributedSettingsSchema;
const apart = Object.entries(shape).filter(([name]) => !(name in sharedSettings));

test.each(apart)(
  'the setting %s stands in docs/operations-distributed.md with its default',
  (name, field) => {
    const absent = field.safeParse(undefined);
    const value = absent.success ? absent.data : undefined;
    expect(rows.get(name)).toBe(value === undefined ? 'none' : `\`${value}\``);
  },
);

test.each(['docs/operations-distributed.md', 'docs/deployment.md'])(
  '%s names no setting that does not exist',
  (document) => {
    const named = new Set(read(document).match(/\bJIANDU_[A-Z_]*[A-Z]\b/g));
    expect([...named].filter((name) => !(name in shape))).toEqual([]);
  },
);

test('docs/operations-distributed.md explains every metric of a service apart and of the gateway, and no other', () => {
  const told = [...rows.keys()].filter((name) => /^(jiandu|process)_/.test(name));
  const sources = ['apart-metrics', 'gateway-metrics'].map((name) =>
    read(`packages/host/src/operations/${name}.ts`),
  );
  const measured = [...sources.join('').matchAll(/name: '(\w+)'/g)].map(([, name]) => name);
  expect(told.sort()).toEqual(measured.filter((name) => name !== 'process_start_time_seconds').sort());
});

const alarms = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(z.object({ alert: z.string(), annotations: z.object({ runbook: z.string() }) })),
      }),
    ),
  })
  .parse(parse(read('infra/prometheus/rules.yml')))
  .groups.flatMap(({ rules }) => rules);

test('every alarm has a section of its own name under Alarms, where its runbook leads, and no other is there', () => {
  const section = read('docs/operations.md')
    .split(/^## /m)
    .find((each) => each.startsWith('Alarms\n'));
  const headings = [...(section ?? '').matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(headings).toEqual(alarms.map(({ alert }) => alert));
  for (const { alert, annotations } of alarms)
    expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
});

test('metrics named in both pages exist', () => {
  const named = [...both.matchAll(/`(jiandu_[a-z_]*(?:seconds|total|events|bytes|up|flight))\b[^`]*`/g)].map(
    ([, name]) => name,
  );
  const sources = ['metrics', 'apart-metrics', 'gateway-metrics'].map((name) =>
    read(`packages/host/src/operations/${name}.ts`),
  );
  const known = new Set([...sources.join('').matchAll(/name: '(\w+)'/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@jiandu/host';
import { expect, test } from 'vitest';
import { settingsSchema } from '../../packages/host/src/settings/settings.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const operations = read('docs/operations.md');

/** First cells of table rows that name something, with the second cell. */
const rows = new Map(
  [...operations.matchAll(/^\| `([\w-]+)` \| ([^|]+) \|/gm)].map(([, name = '', next = '']) => [name, next]),
);
const settings = Object.keys(settingsSchema.shape);
const defaults: Readonly<Record<string, unknown>> = readSettings({}, []).settings;

test.each(settings)('the setting %s stands in docs/operations.md with its default', (name) => {
  const value = defaults[name];
  expect(rows.get(name)).toBe(value === undefined ? 'none' : `\`${value}\``);
});

test('docs/operations.md names no setting that does not exist', () => {
  const named = new Set(operations.match(/\bJIANDU_[A-Z_]*[A-Z]\b/g));
  expect([...named].filter((name) => !settings.includes(name))).toEqual([]);
});

test('docs/operations.md explains every metric, and no other', () => {
  const told = [...rows.keys()].filter((name) => /^(jiandu|process)_/.test(name));
  const measured = read('packages/host/src/operations/metrics.ts').matchAll(/name: '(\w+)'/g);
  expect(told.sort()).toEqual([...measured].map(([, name]) => name).sort());
});

test('the container runs the Node of package.json, with settings that exist', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
  const images = [...read('Dockerfile').matchAll(/^FROM node:([\d.]+)/gm)].map(([, version]) => version);
  expect(new Set(images)).toEqual(new Set([dependencies.node]));
  const given =
    `${read('Dockerfile')}${read('docker-compose.embedded.yml')}`.match(/\bJIANDU_[A-Z_]*[A-Z]\b/g) ?? [];
  expect(given.filter((name) => !settings.includes(name))).toEqual([]);
});

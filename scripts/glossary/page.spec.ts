import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadlineRules, glossary, roles, statuses } from '@jiandu/catalogue';
import { expect, test } from 'vitest';
import { glossaryPage } from './page.ts';

const written = readFileSync(join(import.meta.dirname, '../../docs/glossary.md'), 'utf8');

test('docs/glossary.md is level with the catalogue; npm run glossary makes it so', () => {
  expect(written).toBe(glossaryPage());
});

test('every term, status, role and clock has a row of its own', () => {
  const rows = written.split('\n').filter((line) => line.startsWith('| '));
  for (const { zh } of glossary) expect(rows, zh).toContainEqual(expect.stringContaining(`| ${zh} |`));
  for (const { code } of [...statuses, ...roles]) {
    expect(rows, code).toContainEqual(expect.stringContaining(`| \`${code}\` |`));
  }
  expect(rows.filter((line) => line.startsWith('| `DL-'))).toHaveLength(deadlineRules.length);
});

import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generated } from './generated.ts';
import { missing, programOf } from './tools.ts';

const root = join(import.meta.dirname, '../..');

test.each(generated().map(({ file, text }) => [file.slice(root.length + 1), file, text]))(
  '%s is what it is made from: npx node infra/deployment/generate.ts writes it',
  (_name, file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('shell scripts have no complaint of shellcheck', (context) => {
  const shellcheck = programOf('shellcheck');
  if (shellcheck === undefined) return context.skip(missing('shellcheck'));
  const scripts = globSync('infra/{compose,kafka}/*.sh', { cwd: root });
  expect(scripts.length).toBeGreaterThanOrEqual(3);
  execFileSync(shellcheck, scripts, { cwd: root, stdio: 'pipe' });
});

test('workflows have no complaint of actionlint', (context) => {
  const actionlint = programOf('actionlint');
  if (actionlint === undefined) return context.skip(missing('actionlint'));
  const workflows = globSync('.github/workflows/*.yml', { cwd: root });
  expect(workflows.length).toBeGreaterThanOrEqual(2);
  const shellcheck = programOf('shellcheck') ?? '';
  execFileSync(actionlint, ['-shellcheck', shellcheck, '-pyflakes', '', ...workflows], {
    cwd: root,
    stdio: 'pipe',
  });
});

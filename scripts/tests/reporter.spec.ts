import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';

const reporter = fileURLToPath(new URL('./reporter.ts', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

/** Runs vitest itself over these files in an empty folder and answers its exit code and last line. */
function runOver(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'jiandu-reporter-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const { status, stdout } = spawnSync(
      process.execPath,
      [vitest, 'run', '--root', root, '--globals', '--reporter', reporter],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } },
    );
    const lines = stripVTControlCharacters(stdout).trimEnd().split('\n');
    return { status, last: lines.at(-1), text: lines.join('\n') };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a good run ends with its counts and exit code 0', { timeout: 30_000 }, () => {
  const files = { 'a.spec.js': `test('holds', () => {}); test('waits', (c) => c.skip('no server'));` };
  expect(runOver(files)).toMatchObject({ status: 0, last: '1 passed, 0 failed, 1 skipped' });
});

test('a skip without a reason, a broken file, a failed hook and a lost rejection each count', {
  timeout: 30_000,
}, () => {
  const run = runOver({
    'skip.spec.js': `test('holds', () => {}); test.skip('left out', () => {});`,
    'broken.spec.js': `throw new Error('does not load');`,
    'hook.spec.js': `describe('s', () => { beforeAll(() => { throw new Error('x'); }); test('t', () => {}); });`,
    'lost.spec.js': `test('holds', async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 50)); });`,
  });
  // left out + does not load + the hook and the test it kept from running + the rejection
  expect(run.last, run.text).toBe('2 passed, 5 failed');
  expect(run.status).toBe(1);
});

test('a run without tests is a failure', { timeout: 30_000 }, () => {
  expect(runOver({})).toMatchObject({ status: 1, last: '0 passed, 1 failed' });
});

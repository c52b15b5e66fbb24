import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const settings = JSON.parse(readFileSync(join(import.meta.dirname, '../biome.json'), 'utf8')) as object;

/** Lints these files under the settings of the house and answers each broken rule as `path rule`. */
function broken(files: Readonly<Record<string, string>>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'jiandu-lint-'));
  try {
    for (const [path, text] of Object.entries({
      ...files,
      'biome.json': JSON.stringify({ ...settings, vcs: {} }),
    })) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const args = ['lint', '--colors=off', '--max-diagnostics=none', '--error-on-warnings'];
    const { stdout, stderr } = spawnSync('biome', args, { cwd: house, encoding: 'utf8' });
    const headings = `${stdout}${stderr}`.matchAll(/^(\S+?):\d+:\d+ lint\/\w+\/(\w+)/gm);
    return [...headings].map(([, path, rule]) => `${path} ${rule}`);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const forbidden: Readonly<Record<string, string>> = {
  noExplicitAny: 'export const a = (b: any) => b;',
  noNonNullAssertion: 'export const a = (b?: string) => b!;',
  noTsIgnore: '// @ts-ignore\nexport const a = 1;',
  noUnusedImports: `import { a } from './other.ts';\nexport const b = 1;`,
  noUnusedVariables: 'const a = 1;\nexport const b = 1;',
  useImportType: `import { A } from './other.ts';\nexport const b = (a: A) => a;`,
  useImportExtensions: `import { a } from './other';\nexport const b = a;`,
  useNodejsImportProtocol: `import { join } from 'path';\nexport const b = join('a');`,
  noConsole: `console.log('a');`,
  noEnum: 'export enum A { B }',
  noNamespace: 'export namespace A { export const b = 1; }',
  noParameterProperties: 'export class A { constructor(readonly b: string) {} }',
  noImportCycles: `import { b } from './circle.ts';\nexport const a = () => b;`,
};

describe('lint', () => {
  const found = broken({
    ...Object.fromEntries(
      Object.entries(forbidden).map(([rule, text]) => [`services/intake/src/${rule}.ts`, text]),
    ),
    'services/intake/src/other.ts': 'export const a = 1;\nexport interface A { a: string }',
    'services/intake/src/circle.ts': `import { a } from './noImportCycles.ts';\nexport const b = () => a;`,
  });

  test.each(Object.keys(forbidden))('finds %s', (rule) => {
    expect(found).toContain(`services/intake/src/${rule}.ts ${rule}`);
  });

  test('lets tests assert that a value is there, and scripts print', () => {
    expect(
      broken({
        'services/intake/src/a.spec.ts': 'export const a = (b?: string) => b!;',
        'scripts/a.ts': `console.log('a');`,
        'packages/clocks/scripts/a.ts': `console.log('a');`,
        'infra/standalone/src/a.ts': `console.log('a');`,
      }),
    ).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { readSource } from './source.ts';

const imports = (text: string) => readSource('a.ts', text).imports.map(({ name }) => name);
const names = (text: string) => readSource('a.ts', text).names.map(({ name }) => name);

describe('reading what a file reaches for', () => {
  test.each([
    `import 'x';`,
    `import a, { b as c } from 'x';`,
    `import * as a from 'x';`,
    `import type { A } from 'x';`,
    `export * from 'x';`,
    `export { a } from 'x';`,
    `const a = await import('x');`,
    `const load = () => import('x');`,
    `type A = import('x').A;`,
    `let a: Array<import('x').A>;`,
    `import data from 'x' with { type: 'json' };`,
  ])('finds the import in %s', (text) => {
    expect(imports(text)).toEqual(['x']);
  });

  test('takes no comment or text for an import', () => {
    expect(imports(`// import 'x'\nconst a = "import 'x'";\nexport { a };`)).toEqual([]);
  });

  test.each([
    `const now = new Date();`,
    `const now = Date.now();`,
    `const f = (d = Date) => d;`,
    `const o = { Date };`,
    `const o = { clock: Date };`,
    `const o = x[Date];`,
    `const d = Date as unknown;`,
    `const c = class { at = new Date(); };`,
    `const t = f<string>(Date);`,
  ])('finds the value Date in %s', (text) => {
    expect(names(text)).toContain('Date');
  });

  test.each([
    `let d: Date;`,
    `interface A { Date: string; at: Date }`,
    `type A = Date;`,
    `const o = { Date: 1 };`,
    `const d = x.Date;`,
    `const s = 'Date'; // Date`,
    `const f = (d: Date): Date => d;`,
    `class A { Date() { return 1; } }`,
  ])('finds no value Date in %s', (text) => {
    expect(names(text)).not.toContain('Date');
  });

  test('finds members of plain names, with their line', () => {
    const { names: found } = readSource('a.ts', `const a = 1;\nconst b = Math.random();`);
    expect(found).toContainEqual({ name: 'Math.random', line: 2 });
  });

  test('refuses what does not parse', () => {
    expect(() => readSource('a.ts', 'const = ;')).toThrow(/^a\.ts does not parse: /);
  });
});

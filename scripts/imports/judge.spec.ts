import { describe, expect, test } from 'vitest';
import { arrows } from './arrows.ts';
import { judge } from './judge.ts';
import { readSource } from './source.ts';
import { workspace } from './workspaces.ts';

const house = (folder: string, dependencies: string[] = []) =>
  workspace(folder, {
    name: folder === '' ? 'jiandu' : `@jiandu/${folder.split('/')[1]}`,
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])),
    devDependencies: folder === '' ? { vitest: '1.0.0' } : {},
  });

const ours = [
  'eventing',
  'host',
  'intake',
  'registry',
  'contracts',
  'client',
  'clocks',
  'access',
  'standalone',
];
const declared = [...ours.map((name) => `@jiandu/${name}`), 'zod', 'kafkajs'];
const workspaces = [
  house(''),
  ...Object.keys(arrows)
    .filter((folder) => !folder.endsWith('/*'))
    .map((folder) => house(folder, declared)),
  ...['services/intake', 'services/registry', 'packages/newcomer'].map((folder) => house(folder, declared)),
  ...['infra/standalone', 'infra/bench'].map((folder) => house(folder, declared)),
];

const rules = (path: string, text: string) =>
  judge(path, readSource(path, text), workspaces).map(({ rule }) => rule);

describe('the arrows between packages', () => {
  test.each([
    ['packages/eventing/src/a.ts', '@jiandu/host'],
    ['packages/eventing/src/a.ts', '@jiandu/contracts'],
    ['packages/contracts/src/a.ts', '@jiandu/clocks'],
    ['packages/catalogue/src/a.ts', '@jiandu/contracts'],
    ['packages/clocks/src/a.ts', '@jiandu/catalogue'],
    ['packages/access/src/a.ts', '@jiandu/contracts'],
    ['packages/adapters-embedded/src/a.ts', '@jiandu/host'],
    ['packages/host/src/a.ts', '@jiandu/intake'],
    ['packages/host/src/a.ts', '@jiandu/adapters-embedded'],
    ['packages/client/src/a.ts', '@jiandu/host'],
    ['packages/worked-matters/src/a.ts', '@jiandu/eventing'],
    ['services/intake/src/a.ts', '@jiandu/client'],
    ['services/intake/src/a.ts', '@jiandu/standalone'],
  ])('%s may not import %s', (path, name) => {
    expect(rules(path, `import type { A } from '${name}/deep';`)).toContain('arrow');
  });

  test.each([
    ['packages/contracts/src/a.ts', '@jiandu/eventing'],
    ['packages/worked-matters/src/a.ts', '@jiandu/client'],
    ['services/intake/src/a.ts', '@jiandu/host'],
    ['services/intake/src/a.ts', '@jiandu/intake'],
    ['infra/standalone/src/main.ts', '@jiandu/intake'],
    ['packages/eventing/src/a.spec.ts', '@jiandu/host'],
    ['packages/eventing/test/a.ts', '@jiandu/host'],
    ['packages/clocks/scripts/a.ts', '@jiandu/host'],
  ])('%s may import %s', (path, name) => {
    expect(rules(path, `import '${name}';`)).toEqual([]);
  });

  test('no service imports a service, and the sentence says what to do instead', () => {
    const source = readSource('a.ts', `import { lead } from '@jiandu/registry';`);
    const [violation] = judge('services/intake/src/a.ts', source, workspaces);
    expect(violation).toMatchObject({ rule: 'arrow', line: 1 });
    expect(violation?.sentence).toContain('packages/contracts');
  });

  test('no file leaves its package by a path, not even a test', () => {
    expect(rules('services/intake/src/a.spec.ts', `import '../../registry/src/b.ts';`)).toEqual(['outside']);
    expect(rules('services/intake/src/lead/a.ts', `import '../screening/b.ts';`)).toEqual([]);
  });

  test('a package without arrows of its own is asked for them', () => {
    const source = readSource('a.ts', `import '@jiandu/eventing';`);
    const [violation] = judge('packages/newcomer/src/a.ts', source, workspaces);
    expect(violation?.sentence).toContain('say in scripts/imports/arrows.ts');
  });

  test('the arrows run one way: no package reaches itself', () => {
    const reach = (folder: string, path: string[]): string[][] => {
      if (path.includes(folder)) return [[...path, folder]];
      const next = arrows[folder];
      return !next || next === 'everything' ? [] : next.flatMap((to) => reach(to, [...path, folder]));
    };
    expect(Object.keys(arrows).flatMap((folder) => reach(folder, []))).toEqual([]);
  });
});

describe('drivers and declared packages', () => {
  test.each(['node:sqlite', 'kafkajs'])('only adapters import %s', (driver) => {
    const text = `import * as driver from '${driver}';`;
    expect(rules('packages/host/src/a.ts', text)).toEqual(['driver']);
    expect(rules('infra/standalone/src/a.ts', text)).toEqual(['driver']);
    expect(rules('packages/adapters-distributed/src/a.ts', text)).toEqual([]);
    expect(rules('infra/bench/src/a.ts', text)).toEqual([]);
  });

  test('what is imported is declared by the package that imports it', () => {
    expect(rules('packages/host/src/a.ts', `import 'fastify/types';`)).toEqual(['undeclared']);
    expect(rules('packages/host/src/a.ts', `import 'zod/v4';`)).toEqual([]);
  });

  test('test tools of the root serve tests only', () => {
    expect(rules('packages/host/src/a.ts', `import 'vitest';`)).toEqual(['undeclared']);
    expect(rules('packages/host/src/a.spec.ts', `import 'vitest';`)).toEqual([]);
  });
});

describe('deciders, folds, clocks and rules', () => {
  const pure = [
    'services/intake/src/lead/lead.ts',
    'packages/clocks/src/a.ts',
    'packages/contracts/src/a.ts',
  ];
  const worldly = [
    'services/intake/src/policies/a.ts',
    'packages/host/src/a.ts',
    'services/intake/src/a.spec.ts',
  ];

  test.each([
    'node:fs',
    'node:net',
    'node:http',
    'node:child_process',
    'node:worker_threads',
    'node:timers',
    'fs',
  ])('do not import %s', (name) => {
    const text = `import * as io from '${name}';`;
    for (const path of pure) expect(rules(path, text), path).toEqual(['impure-import']);
    for (const path of worldly) expect(rules(path, text), path).toEqual([]);
  });

  test.each([
    'new Date()',
    'Math.random()',
    'process.env',
    'fetch(u)',
    'setTimeout(f)',
    'crypto.randomUUID()',
  ])('do not use %s', (expression) => {
    const text = `export const a = () => ${expression};`;
    for (const path of pure) expect(rules(path, text), path).toContain('impure-global');
    for (const path of worldly) expect(rules(path, text), path).toEqual([]);
  });

  test('read their own data by import', () => {
    const text = `import rules from '../data/rules.json' with { type: 'json' };`;
    expect(rules('packages/catalogue/src/a.ts', text)).toEqual([]);
  });
});

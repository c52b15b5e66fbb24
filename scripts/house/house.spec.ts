import { describe, expect, test } from 'vitest';
import { brokenDocuments } from './documents.ts';
import { foreignAddresses, missingPlatforms } from './lockfile.ts';
import { machinePaths } from './machine-paths.ts';
import { looseManifests } from './manifests.ts';
import { untidySources } from './tidiness.ts';

const lock = (entry: object) => [
  { path: 'package-lock.json', text: JSON.stringify({ packages: { 'node_modules/a': entry } }) },
];
const manifest = (value: object) => [{ path: 'packages/a/package.json', text: JSON.stringify(value) }];

describe('the lock file', () => {
  test('names no registry, or the public one', () => {
    expect(foreignAddresses(lock({ version: '1.0.0' }))).toEqual([]);
    expect(foreignAddresses(lock({ resolved: 'packages/a', link: true }))).toEqual([]);
    expect(foreignAddresses(lock({ resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }))).toEqual([]);
  });

  test('is refused with any other address', () => {
    expect(foreignAddresses(lock({ resolved: 'https://mirror.example/a.tgz' }))).toHaveLength(1);
    expect(foreignAddresses([{ path: '.npmrc', text: 'registry=https://mirror.example/' }])).toHaveLength(1);
  });

  test('holds the packages for every platform', () => {
    const locked = (names: string[]) => [
      {
        path: 'package-lock.json',
        text: JSON.stringify({
          packages: {
            'node_modules/a': { optionalDependencies: { 'a-darwin': '1.0.0', 'a-linux': '1.0.0' } },
            ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
          },
        }),
      },
    ];
    expect(missingPlatforms(locked(['a-linux', 'a-darwin']))).toEqual([]);
    expect(missingPlatforms(locked(['a-linux', 'a/node_modules/a-darwin']))).toEqual([]);
    expect(missingPlatforms(locked(['a-linux']))).toHaveLength(1);
  });
});

describe('paths of one machine', () => {
  test.each(['work', 'root', 'home/ann', 'Users/ann', 'tmp/brief'])('/%s/ is refused', (folder) => {
    for (const text of [`see /${folder}/x`, `open('/${folder}/x')`, `DATA=/${folder}/x`]) {
      expect(machinePaths([{ path: 'a.ts', text }]), text).toHaveLength(1);
    }
  });

  test.each(['/v1/intake/work/x', 'https://example.org/root/x', './work/x', 'frame/work/x', '/workshop/x'])(
    '%s is fine',
    (text) => {
      expect(machinePaths([{ path: 'a.ts', text }])).toEqual([]);
    },
  );
});

describe('manifests', () => {
  const shipped = {
    description: 'd',
    license: 'Apache-2.0',
    scripts: { build: 'node ../../scripts/build-package.ts' },
  };

  test('a shipped package builds and says what it is; a private one need not', () => {
    expect(looseManifests(manifest(shipped))).toEqual([]);
    expect(looseManifests(manifest({ private: true }))).toEqual([]);
    for (const key of Object.keys(shipped)) {
      expect(looseManifests(manifest({ ...shipped, [key]: undefined })), key).toHaveLength(1);
    }
  });

  test('a shipped package needs no private one', () => {
    const kept = {
      path: 'packages/b/package.json',
      text: JSON.stringify({ name: '@jiandu/b', private: true }),
    };
    const needing = (section: string) => [
      ...manifest({ ...shipped, [section]: { '@jiandu/b': '1.0.0' } }),
      kept,
    ];
    expect(looseManifests(needing('dependencies'))).toHaveLength(1);
    expect(looseManifests(needing('devDependencies'))).toEqual([]);
  });

  test.each(['^1.0.0', '~1.0.0', '*', 'latest', '1.x'])('version %s is refused', (version) => {
    expect(looseManifests(manifest({ private: true, dependencies: { zod: version } }))).toHaveLength(1);
  });

  test('one library has one version in the house', () => {
    const files = ['1.0.0', '1.0.1'].map((version, index) => ({
      path: `packages/${index}/package.json`,
      text: JSON.stringify({ private: true, dependencies: { zod: version } }),
    }));
    expect(looseManifests(files)).toEqual([
      'packages/1/package.json wants zod 1.0.1, but packages/0/package.json wants 1.0.0: agree on one',
    ]);
  });
});

describe('sources', () => {
  test('stay within 300 lines', () => {
    expect(untidySources([{ path: 'a.ts', text: 'x\n'.repeat(300) }])).toEqual([]);
    expect(untidySources([{ path: 'a.ts', text: 'x\n'.repeat(301) }])).toHaveLength(1);
    expect(untidySources([{ path: 'a.md', text: 'x\n'.repeat(301) }])).toEqual([]);
  });

  test.each(['src/utils.ts', 'src/helpers/a.ts', 'src/common.ts', 'util/a.ts'])('%s is no name', (path) => {
    expect(untidySources([{ path, text: '' }])).toHaveLength(1);
  });

  test('leave no note of work undone', () => {
    expect(untidySources([{ path: 'a.ts', text: `// ${'TO'}${'DO'}: later` }])).toHaveLength(1);
    expect(untidySources([{ path: 'a.ts', text: `// todos los días` }])).toEqual([]);
  });
});

describe('documents', () => {
  const complaints = (text: string) =>
    brokenDocuments(
      [
        { path: 'docs/a.md', text },
        { path: 'README.md', text: '# One house\n## 两条命令 (two)\n```\n# no heading\n```\n' },
      ],
      {
        exists: (path) => ['docs/a.md', 'README.md', 'packages/a/src'].includes(path),
        scripts: new Set(['play']),
      },
    );

  test.each([
    '[r](../README.md)',
    '[r](../README.md#one-house)',
    '[r](../README.md#两条命令-two)',
    '[out](https://example.org/x)',
    '[me](a.md)',
    '`packages/a/src`',
    '`packages/*/src`',
    'run `npm run play -- EX-01`',
    '```\n[x](nowhere.md)\n```',
    '`[x](nowhere.md)`',
  ])('%s leads somewhere', (text) => {
    expect(complaints(text)).toEqual([]);
  });

  test.each([
    '[r](README.md)',
    '[r](../README.md#no-heading)',
    '[r](#nothing)',
    '![p](picture.svg)',
    '[r][x]\n\n[x]: ../gone.md',
    '`packages/b/src/gone.ts`',
    '`packages/b/src/gone.ts:12`',
    '```\nnpm run gone\n```',
  ])('%s leads nowhere', (text) => {
    expect(complaints(text)).toHaveLength(1);
  });
});

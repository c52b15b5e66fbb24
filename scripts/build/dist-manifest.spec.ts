import { expect, test } from 'vitest';
import { distManifest } from './dist-manifest.ts';

test('a published manifest points at built files and carries no tools', () => {
  expect(
    distManifest({
      name: '@jiandu/a',
      version: '0.1.0',
      type: 'module',
      exports: { '.': './src/index.ts', './rules': './src/deep/rules.ts', './d.json': './src/d.json' },
      bin: { a: './src/cli.ts' },
      scripts: { build: 'b' },
      dependencies: { zod: '4.0.0' },
      devDependencies: { vitest: '5.0.0' },
    }),
  ).toEqual({
    name: '@jiandu/a',
    version: '0.1.0',
    type: 'module',
    engines: { node: '>=24' },
    exports: {
      '.': { types: './src/index.d.ts', default: './src/index.js' },
      './rules': { types: './src/deep/rules.d.ts', default: './src/deep/rules.js' },
      './d.json': './src/d.json',
    },
    bin: { a: './src/cli.js' },
    dependencies: { zod: '4.0.0' },
  });
});

test('an export outside the sources cannot be built', () => {
  expect(() => distManifest({ name: 'a', version: '1.0.0', exports: { '.': './lib/a.ts' } })).toThrow(
    'exports ./lib/a.ts, but only what ./src imports is built',
  );
});

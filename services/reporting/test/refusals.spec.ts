import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportingRefusals } from '../src/refusals.ts';

const root = new URL('..', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
  .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));
const code = sources.filter(({ file }) => !/\.spec\.ts$|^test\/|refusals\.ts$/.test(file));
const specs = sources.filter(({ file }) => file.endsWith('.spec.ts') && !file.endsWith('refusals.spec.ts'));

test.each(Object.keys(reportingRefusals))('%s is given somewhere, and tested somewhere', (name) => {
  expect(code.some(({ text }) => text.includes(`'${name}'`))).toBe(true);
  expect(specs.some(({ text }) => text.includes(`'${name}'`))).toBe(true);
});

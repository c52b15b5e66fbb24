import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelRefusals } from '@jiandu/eventing';
import { expect, test } from 'vitest';
import { hostRefusals } from './host-refusals.ts';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== 'host-refusals.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');

test.each(Object.keys(hostRefusals))('%s is given somewhere', (code) => {
  expect(sources).toContain(`'${code}'`);
});

test('no code is the kernel’s too', () => {
  expect(Object.keys(hostRefusals).filter((code) => code in kernelRefusals)).toEqual([]);
});

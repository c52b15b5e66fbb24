import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dispositionRefusals } from './refusals.ts';

describe('the register of refusals', () => {
  const sources = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('refusals'))
    .map((name) => [name, readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')] as const);

  test.each(Object.keys(dispositionRefusals))('%s is thrown somewhere, and tested', (code) => {
    const named = sources.filter(([, text]) => text.includes(`'${code}'`)).map(([name]) => name);
    expect(
      named.some((name) => !name.endsWith('.spec.ts')),
      'nobody throws it',
    ).toBe(true);
    expect(
      named.some((name) => name.endsWith('.spec.ts')),
      'no test asks for it',
    ).toBe(true);
  });

  test('every refusal says the same in both languages: its parameters', () => {
    for (const [code, { zh, en }] of Object.entries(dispositionRefusals)) {
      const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(params(en), code).toEqual(params(zh));
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessRefusals } from './index.ts';

test('every refusal of the register is given somewhere, and says what it says in both languages', () => {
  const here = new URL('./', import.meta.url);
  const sources = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file !== 'refusals.ts')
    .map((file) => readFileSync(new URL(file, here), 'utf8'))
    .join('\n');
  for (const [code, { zh, en, law }] of Object.entries(accessRefusals)) {
    expect(sources, `${code} is never given`).toContain(`refuseAccess('${code}'`);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z]/);
    expect(law).not.toBe('');
  }
});

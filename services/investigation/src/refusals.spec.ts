import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { investigationRefusals } from './refusals.ts';

const folder = `${import.meta.dirname}/..`;
const specs = globSync('{src,test}/**/*.spec.ts', { cwd: folder })
  .filter((file) => !file.endsWith('/refusals.spec.ts'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n');

describe('the register of refusals', () => {
  test.each(Object.keys(investigationRefusals))('%s is shown by a test', (code) => {
    expect(specs).toContain(`'${code}'`);
  });

  test.each(Object.entries(investigationRefusals))(
    '%s speaks both languages',
    (_code, { zh, en, status }) => {
      expect(zh).toMatch(/\p{Script=Han}|\{zh\}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(status).toBeGreaterThanOrEqual(400);
    },
  );
});

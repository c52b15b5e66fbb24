import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { intakeRefusals } from './refusals.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'test']
  .flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.startsWith('refusals'));
const text = (wanted: (name: string) => boolean) =>
  files
    .filter(({ name }) => wanted(name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n');
const sources = text((name) => !name.endsWith('.spec.ts'));
const specs = text((name) => name.endsWith('.spec.ts'));

describe('every refusal of the register', () => {
  test.each(Object.entries(intakeRefusals))(
    '%s is given somewhere, tested, and rests on a rule',
    (code, entry) => {
      expect(sources.replaceAll(/\s+/g, '')).toContain(`refuse('${code}'`);
      expect(specs).toContain(`'${code}'`);
      expect((entry as { law?: string }).law ?? '').not.toBe('');
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const sources = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
const impure = /\bDate\b|\bIntl\b|\bTemporal\b|Math\.random|\bprocess\b|\bperformance\b/;

describe('legal time is computed from what is handed in', () => {
  it('finds the files it reads', () => {
    expect(sources).toContain('due-date.ts');
    expect(sources.length).toBeGreaterThan(12);
  });

  it.each(sources)('%s reads no clock of the host and imports only its neighbours', (name) => {
    const text = readFileSync(new URL(name, here), 'utf8');
    expect(text.match(impure)?.[0]).toBeUndefined();
    const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imports.filter((from) => !from?.startsWith('./'))).toEqual([]);
  });

  it('would notice one that does', () => {
    expect('const now = new Date();').toMatch(impure);
    expect('LocalDate, fixedDate, DueDate').not.toMatch(impure);
  });
});

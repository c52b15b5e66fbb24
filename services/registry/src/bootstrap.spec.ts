import { describe, expect, test } from 'vitest';
import { directory, on } from '../test/founded.ts';
import { bootstrapStages, demoStaff } from './bootstrap.ts';

describe('an empty house', () => {
  test('begins with 56 units, superiors first, one catalogue and its calendars', () => {
    const stages = bootstrapStages(demoStaff);
    const all = stages.flat();
    expect(all.filter(({ command }) => command === 'registry.registerUnit')).toHaveLength(56);
    expect(new Set(all.map(({ commandId }) => commandId)).size).toBe(all.length);
    expect(bootstrapStages(demoStaff)).toEqual(stages);
    expect(directory.isAbove('630000', '630103')).toBe(true);
    expect(directory.isAbove('630200', '630202')).toBe(true);
    expect([directory.catalogueVersion, directory.calendarVersion]).toEqual(['2026.1', 'cn-2025.1']);
  });

  test.each([
    ['630103', 'prosecutor', 'criminal_prosecution', ['李某']],
    ['630103', 'assistant', 'criminal_prosecution', ['才某']],
    ['630202', 'prosecutor', 'criminal_prosecution', ['冶某']],
    ['630202', 'assistant', 'criminal_prosecution', ['李某']],
    ['632800', 'prosecutor', 'penal_execution', ['苏某']],
    ['632800', 'assistant', 'penal_execution', ['刘某']],
    ['630200', 'prosecutor', 'criminal_prosecution', ['解某']],
  ])('in %s only one %s of %s may be drawn', (code, role, department, names) => {
    const held = directory
      .holders(role, code, on)
      .filter(({ roles }) => roles.some((each) => each.department === department));
    expect(held.map(({ name }) => name)).toEqual(names);
  });

  test.each(['630103', '630202', '630200', '632800'])('%s has everybody it needs', (code) => {
    const needed = [
      'lead_clerk',
      'case_admin',
      'prosecutor',
      'assistant',
      'dept_head',
      'deputy_chief',
      'chief',
      'clerk',
      'archivist',
      'reviewer',
    ];
    for (const role of needed) expect(directory.holders(role, code, on), role).not.toEqual([]);
    expect(directory.holders('prosecutor', code, on).length).toBeGreaterThan(1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directory, profile } from '../../test/scene.ts';
import { drawHandler, drawOne } from './draw.ts';

const ground = { profile, departments: ['criminal_prosecution', 'business'], on: '2025-03-10', away: [] };

describe('the draw', () => {
  test('a seed always draws the same, and always one of the candidates', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 9 }), (seed, names) => {
        expect(names).toContain(drawOne(seed, names));
        expect(drawOne(seed, names)).toBe(drawOne(seed, names));
      }),
    );
  });

  test('everybody has a like chance', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed += 1) {
      const drawn = drawOne(String(seed), ['a', 'b', 'c']) ?? '';
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('nobody comes of no candidates', () => {
    expect(drawOne('seed', [])).toBeUndefined();
    const away = ['P-630103-li'];
    expect(drawHandler(directory, { ...ground, away, seed: 's' })).toBeUndefined();
  });

  test('a prosecutor of another department is no candidate', () => {
    expect(drawHandler(directory, { ...ground, seed: 's' })?.candidates.map(({ name }) => name)).toEqual([
      '李某',
    ]);
  });

  test('a restricted matter is drawn among those who may see it', () => {
    const restricted = { ...profile, secrecy: 'restricted', accessList: ['P-630103-cai'] } as const;
    expect(drawHandler(directory, { ...ground, profile: restricted, seed: 's' })).toBeUndefined();
  });
});

import { gradeSchemes } from '@jiandu/catalogue';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeOf } from './grading.ts';

const findings = fc.record({
  points: fc.integer({ min: 0, max: 100 }),
  defects: fc.integer({ min: 0, max: 3 }),
  vetoes: fc.integer({ min: 0, max: 2 }),
  effectObtained: fc.boolean(),
});

describe.each(gradeSchemes.map((scheme) => [scheme.code, scheme] as const))('%s', (_code, scheme) => {
  const codes = scheme.grades.map((each) => each.code);
  const rank = (grade: string) => codes.indexOf(grade);

  test('every matter gets a grade of the scheme', () => {
    fc.assert(fc.property(findings, (each) => codes.includes(gradeOf(scheme, each))));
  });

  test('more points never make it worse, a defect or a veto never better', () => {
    fc.assert(
      fc.property(findings, fc.integer({ min: 0, max: 100 }), (each, more) => {
        const before = rank(gradeOf(scheme, each));
        const points = Math.min(100, each.points + more);
        expect(rank(gradeOf(scheme, { ...each, points }))).toBeLessThanOrEqual(before);
        expect(rank(gradeOf(scheme, { ...each, defects: each.defects + 1 }))).toBeGreaterThanOrEqual(before);
        expect(rank(gradeOf(scheme, { ...each, vetoes: 1 }))).toBe(codes.length - 1);
      }),
    );
  });

  test('the form has seven parts that make a hundred points', () => {
    expect(scheme.questions).toHaveLength(7);
    expect(scheme.questions.reduce((sum, each) => sum + each.points, 0)).toBe(100);
  });

  test.each([
    [100, 0],
    [90, 0],
    [89, 1],
    [75, 1],
    [74, 2],
    [60, 2],
    [59, 3],
    [0, 3],
  ])('%i points without fault are grade %i from the best', (points, at) => {
    expect(gradeOf(scheme, { points, defects: 0, vetoes: 0, effectObtained: true })).toBe(codes[at]);
  });
});

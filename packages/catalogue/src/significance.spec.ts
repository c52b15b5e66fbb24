import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessSignificance, significanceRule } from './index.ts';

const full = significanceRule.criteria.map(({ code, max }) => ({ criterion: code, points: max }));

describe('significance', () => {
  test('the criteria add up to 100, the threshold is 60', () => {
    expect(full.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(significanceRule.threshold).toBe(60);
  });

  test.each([
    [59, false, 'none'],
    [60, true, 'score'],
  ])('%i points: major %s', (wanted, major, basis) => {
    const scores = [
      { criterion: 'nature', points: 30 },
      { criterion: 'extent', points: 20 },
      { criterion: 'protected', points: wanted - 50 },
    ];
    expect(assessSignificance(scores, [])).toEqual({ score: wanted, threshold: 60, major, basis });
  });

  test('one veto makes a matter major whatever the score', () => {
    expect(assessSignificance([], ['over_detention'])).toEqual({
      score: 0,
      threshold: 60,
      major: true,
      basis: 'veto',
    });
  });

  test.each([
    [[{ criterion: 'beauty', points: 1 }], [], { fault: 'criterion-unknown', at: 'beauty' }],
    [[{ criterion: 'need', points: 6 }], [], { fault: 'points-out-of-range', at: 'need', max: 5 }],
    [[{ criterion: 'need', points: -1 }], [], { fault: 'points-out-of-range', at: 'need', max: 5 }],
    [[{ criterion: 'need', points: 1.5 }], [], { fault: 'points-out-of-range', at: 'need', max: 5 }],
    [
      [
        { criterion: 'need', points: 1 },
        { criterion: 'need', points: 1 },
      ],
      [],
      { fault: 'criterion-twice', at: 'need' },
    ],
    [[], ['because'], { fault: 'veto-unknown', at: 'because' }],
  ])('%j %j is refused', (scores, vetoes, fault) => {
    expect(assessSignificance(scores, vetoes)).toEqual(fault);
  });

  test('the score lies between 0 and 100 and grows with every point', () => {
    const given = fc.tuple(...full.map(({ points }) => fc.nat({ max: points })));
    fc.assert(
      fc.property(given, fc.nat({ max: full.length - 1 }), (points, raised) => {
        const scores = full.map(({ criterion }, index) => ({ criterion, points: points[index] ?? 0 }));
        const before = assessSignificance(scores, []);
        if ('fault' in before) throw new Error(before.fault);
        expect(before.score).toBeGreaterThanOrEqual(0);
        expect(before.score).toBeLessThanOrEqual(100);
        expect(before.major).toBe(before.score >= 60);
        const more = scores.map((each, index) =>
          index === raised ? { ...each, points: full[index]!.points } : each,
        );
        const after = assessSignificance(more, []);
        if ('fault' in after) throw new Error(after.fault);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });
});

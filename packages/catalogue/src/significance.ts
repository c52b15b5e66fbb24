import { z } from 'zod';
import file from '../data/significance.json' with { type: 'json' };

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const points = z.int().min(0).max(100);

/** The criteria of significance (重大性), the same for every type; the province sets the threshold. */
export const significanceRule = z
  .strictObject({
    version: z.string(),
    threshold: points,
    source: z.string(),
    tag: z.enum(['F', 'T', 'O']),
    criteria: z.array(z.strictObject({ code: z.string(), title: bilingual, max: points })),
    vetoes: z.array(z.strictObject({ code: z.string(), title: bilingual })),
  })
  .parse(file);
export type SignificanceRule = typeof significanceRule;

/** Points given for one criterion. */
export interface CriterionScore {
  readonly criterion: string;
  readonly points: number;
}

/** What came of an assessment. */
export interface Significance {
  readonly score: number;
  readonly threshold: number;
  readonly major: boolean;
  readonly basis: 'score' | 'veto' | 'none';
}

/** Why scores cannot be used: which criterion or veto, and what is wrong with it. */
export interface SignificanceFault {
  readonly fault: 'criterion-unknown' | 'criterion-twice' | 'points-out-of-range' | 'veto-unknown';
  readonly at: string;
  readonly max?: number;
}

function faultIn(
  rule: SignificanceRule,
  scores: readonly CriterionScore[],
  vetoes: readonly string[],
): SignificanceFault | undefined {
  const seen = new Set<string>();
  for (const { criterion, points: given } of scores) {
    const known = rule.criteria.find((each) => each.code === criterion);
    if (!known) return { fault: 'criterion-unknown', at: criterion };
    if (seen.has(criterion)) return { fault: 'criterion-twice', at: criterion };
    if (!Number.isInteger(given) || given < 0 || given > known.max) {
      return { fault: 'points-out-of-range', at: criterion, max: known.max };
    }
    seen.add(criterion);
  }
  const stray = vetoes.find((veto) => !rule.vetoes.some((each) => each.code === veto));
  return stray === undefined ? undefined : { fault: 'veto-unknown', at: stray };
}

/** Adds up scores from 0 to 100. Any veto makes the matter major at once; otherwise the threshold decides. */
export function assessSignificance(
  scores: readonly CriterionScore[],
  vetoes: readonly string[],
  rule: SignificanceRule = significanceRule,
): Significance | SignificanceFault {
  const fault = faultIn(rule, scores, vetoes);
  if (fault) return fault;
  const score = scores.reduce((sum, each) => sum + each.points, 0);
  const basis = vetoes.length > 0 ? 'veto' : score >= rule.threshold ? 'score' : 'none';
  return { score, threshold: rule.threshold, major: basis !== 'none', basis };
}

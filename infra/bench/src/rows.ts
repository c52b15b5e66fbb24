import { type Bilingual, type Figure, goalText, isMet } from './figure.ts';
import type { Circumstances } from './machine.ts';
import type { Spread } from './statistics.ts';

/** A figure as the results file holds it: complete in itself. */
export interface Row extends Circumstances {
  readonly id: string;
  readonly title: Bilingual;
  readonly value: number | null;
  readonly unit: string;
  readonly baseline: number | null;
  readonly baselineTitle: Bilingual | null;
  readonly ratio: number | null;
  readonly goal: string | null;
  /** `null` when there is no goal, nothing was measured, or the run was too short to judge. */
  readonly met: boolean | null;
  readonly runs: number;
  readonly spread: Spread | null;
  readonly note: string | null;
  /** Command that gives this figure again. */
  readonly command: string;
}

/** Of a short run nothing is judged. */
export function rowsOf(
  figures: readonly Figure[],
  around: Circumstances,
  { smoke, script }: { readonly smoke: boolean; readonly script: string },
): readonly Row[] {
  return figures.map((figure) => ({
    id: figure.id,
    title: figure.title,
    value: rounded(figure.value),
    unit: figure.unit,
    baseline: rounded(figure.baseline),
    baselineTitle: figure.baselineTitle ?? null,
    ratio: rounded(figure.ratio),
    goal: figure.goal === undefined ? null : goalText(figure.goal),
    met: smoke ? null : (isMet(figure) ?? null),
    runs: figure.runs,
    spread:
      figure.spread === undefined
        ? null
        : { low: rounded(figure.spread.low) ?? 0, high: rounded(figure.spread.high) ?? 0 },
    note: figure.note ?? null,
    command: `npm run ${script} -- --only ${figure.id.split('.')[0]}${smoke ? ' --smoke' : ''}`,
    ...around,
  }));
}

/** Three digits that mean something. */
function rounded(value: number | undefined): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

import { median, type Spread, spreadOf } from './statistics.ts';

/** Text for people: Chinese first, English beside. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a figure should reach, and by which of its two numbers that is judged. */
export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly least?: number;
  readonly most?: number;
}

/** One measured figure. */
export interface Figure {
  readonly id: string;
  readonly title: Bilingual;
  /** Median over the runs; absent when it could not be measured, with the reason in `note`. */
  readonly value: number | undefined;
  readonly unit: string;
  /** The same thing done by something else, alternating with ours. */
  readonly baseline?: number;
  readonly baselineTitle?: Bilingual;
  /** Median of the ratios of neighbouring runs, which is not the ratio of the medians. */
  readonly ratio?: number;
  readonly goal?: Goal;
  readonly runs: number;
  /** Of the ratios when there is a baseline, otherwise of the values. */
  readonly spread?: Spread;
  readonly note?: string;
}

type Naming = Pick<Figure, 'id' | 'title' | 'unit' | 'goal' | 'note'>;

/** A figure that stands for itself. */
export function plainFigure(naming: Naming, values: readonly number[]): Figure {
  return { ...naming, value: median(values), runs: values.length, spread: spreadOf(values) };
}

/** A figure beside its baseline; the two lists belong together pair by pair. */
export function comparedFigure(
  naming: Naming & { readonly baselineTitle: Bilingual },
  values: readonly number[],
  baselines: readonly number[],
): Figure {
  const ratios = values.map((value, pair) => value / (baselines[pair] ?? Number.NaN));
  return {
    ...naming,
    value: median(values),
    baseline: median(baselines),
    ratio: median(ratios),
    runs: values.length,
    spread: spreadOf(ratios),
  };
}

/** A figure that could not be taken here, and why. */
export function missingFigure(naming: Omit<Naming, 'note'>, reason: string): Figure {
  return { ...naming, value: undefined, runs: 0, note: reason };
}

/** Whether a goal is reached; `undefined` when there is none, or nothing to judge. */
export function isMet({ goal, value, ratio }: Figure): boolean | undefined {
  const judged = goal?.of === 'ratio' ? ratio : value;
  if (goal === undefined || judged === undefined) return undefined;
  return judged >= (goal.least ?? -Infinity) && judged <= (goal.most ?? Infinity);
}

/** `ratio ≥ 0.6` */
export function goalText({ of, least, most }: Goal): string {
  const bounds = [
    ...(least === undefined ? [] : [`≥ ${least}`]),
    ...(most === undefined ? [] : [`≤ ${most}`]),
  ];
  return `${of} ${bounds.join(', ')}`;
}

import type { GradeScheme } from '@jiandu/catalogue';

/** What a review found. */
export interface Findings {
  /** Out of 100. */
  readonly points: number;
  readonly defects: number;
  readonly vetoes: number;
  readonly effectObtained: boolean;
}

/** Whether the best grade of any scheme is open at all: no defect, and an effect shown (DOMAIN §5.3). */
export function mayBeBest({ defects, vetoes, effectObtained }: Omit<Findings, 'points'>): boolean {
  return defects === 0 && vetoes === 0 && effectObtained;
}

/**
 * The grade of a matter under a scheme: by points, except that a veto makes it fail whatever they are, and that the
 * best grade also asks for no defect and an effect.
 */
export function gradeOf({ grades }: GradeScheme, findings: Findings): string {
  const worst = grades.at(-1)?.code ?? '';
  if (findings.vetoes > 0) return worst;
  const open = mayBeBest(findings) ? grades : grades.slice(1);
  return open.find(({ from }) => findings.points >= from)?.code ?? worst;
}

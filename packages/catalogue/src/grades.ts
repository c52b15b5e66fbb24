import { z } from 'zod';
import file from '../data/grades.json' with { type: 'json' };

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const date = z.iso.date();
const scheme = z.strictObject({
  code: z.string(),
  title: bilingual,
  effectiveFrom: date,
  /** Last day, inclusive; open for the scheme in force. */
  effectiveUntil: z.exactOptional(date),
  source: z.string(),
  tag: z.enum(['F', 'T', 'O']),
  /** Best first; `from` is the lowest number of points out of 100. */
  grades: z
    .array(z.strictObject({ code: z.string(), title: bilingual, from: z.int().min(0).max(100) }))
    .min(1),
  /** What makes a matter fail whatever its points (DOMAIN §5.3). */
  vetoes: z.array(z.strictObject({ code: z.string(), title: bilingual })),
  questions: z.array(z.strictObject({ code: z.string(), title: bilingual, points: z.int().min(0) })).min(1),
});
/** A scheme of grades for the quality of a matter; schemes change, so each grade names its scheme. */
export type GradeScheme = z.output<typeof scheme>;

/** The schemes, oldest first. */
export const gradeSchemes: readonly GradeScheme[] = z.array(scheme).parse(file);

/** The scheme in force on a day; undefined before the first one. */
export function gradeSchemeOn(day: string): GradeScheme | undefined {
  return gradeSchemes.find(
    ({ effectiveFrom, effectiveUntil }) =>
      effectiveFrom <= day && (effectiveUntil === undefined || day <= effectiveUntil),
  );
}

/** A scheme by its code. */
export function gradeScheme(code: string): GradeScheme | undefined {
  return gradeSchemes.find((each) => each.code === code);
}

/** Whether a scheme knows a grade. */
export function hasGrade(schemeInForce: GradeScheme, grade: string): boolean {
  return schemeInForce.grades.some((each) => each.code === grade);
}

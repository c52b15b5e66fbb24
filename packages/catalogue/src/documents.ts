import { z } from 'zod';
import file from '../data/documents.json' with { type: 'json' };

const documentKind = z.strictObject({
  code: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** 正卷, which goes outward, or 内卷, which does not. */
  volume: z.enum(['main', 'inner']),
});
/** A kind of paper in a dossier. */
export type DocumentKind = z.output<typeof documentKind>;

/** Kinds of papers in the order in which a dossier holds them. */
export const documentKinds: readonly DocumentKind[] = z.array(documentKind).parse(file);

/** The required documents that are not among those present. */
export function missingDocuments(required: readonly string[], present: readonly string[]): readonly string[] {
  return required.filter((each) => !present.includes(each));
}

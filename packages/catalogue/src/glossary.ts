import { z } from 'zod';
import file from '../data/glossary.json' with { type: 'json' };

const term = z.strictObject({
  zh: z.string(),
  en: z.string(),
  /** The name in code, for terms that have one. */
  code: z.exactOptional(z.string()),
  /** What it means, where the English term does not say it. */
  meaning: z.exactOptional(z.string()),
});
/** A term of the domain. */
export type Term = z.output<typeof term>;

/** The terms of the domain, from which the glossary is generated. */
export const glossary: readonly Term[] = z.array(term).parse(file);

import { z } from 'zod';
import file from '../data/secrecy.json' with { type: 'json' };

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const label = z.strictObject({
  code: z.enum(['public', 'internal', 'work_secret', 'restricted']),
  rank: z.int(),
  title: bilingual,
  access: bilingual,
});
/** A secrecy label the platform may hold (DOMAIN §4.5). */
export type SecrecyLabel = z.output<typeof label>;

/** The labels, most open first. */
export const secrecyLabels: readonly SecrecyLabel[] = z.array(label).parse(file);

const rankOf: ReadonlyMap<string, number> = new Map(secrecyLabels.map((each) => [each.code, each.rank]));

/** The stricter of two labels; a label nobody knows counts as the strictest. */
export function stricterSecrecy(a: string, b: string): string {
  return (rankOf.get(a) ?? Number.POSITIVE_INFINITY) >= (rankOf.get(b) ?? Number.POSITIVE_INFINITY) ? a : b;
}

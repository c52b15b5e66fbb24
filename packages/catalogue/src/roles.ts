import { z } from 'zod';
import file from '../data/roles.json' with { type: 'json' };

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const role = z.strictObject({
  code: z.string(),
  title: bilingual,
  /** Where such a person sits. */
  seat: z.enum(['unit', 'superior', 'province', 'outside', 'system']),
  acts: bilingual,
});
/** A role of DOMAIN §4.1. */
export type Role = z.output<typeof role>;

/** The roles there are, in the order of DOMAIN §4.1. */
export const roles: readonly Role[] = z.array(role).parse(file);

const byCode: ReadonlyMap<string, Role> = new Map(roles.map((each) => [each.code, each]));

/** A role by its code. */
export function roleOf(code: string): Role | undefined {
  return byCode.get(code);
}

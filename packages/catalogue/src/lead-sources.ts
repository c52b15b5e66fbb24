import { z } from 'zod';
import file from '../data/lead-sources.json' with { type: 'json' };

const leadSource = z.strictObject({
  code: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  origin: z.enum(['own_motion', 'on_application', 'transferred']),
  /** A clerk screens it before the gate; what prosecutors find themselves goes straight there (DOMAIN §2.1). */
  screening: z.boolean(),
  /** Roles that may accept it. An inspection of the annual plan passed the gate with the plan. */
  acceptedBy: z.array(z.string()).min(1),
  law: z.exactOptional(z.string()),
  tag: z.enum(['F', 'T', 'O']),
});
/** Where a lead comes from. */
export type LeadSource = z.output<typeof leadSource>;

/** The sources there are. */
export const leadSources: readonly LeadSource[] = z.array(leadSource).parse(file);

/** A source by its code. */
export function leadSourceOf(code: string): LeadSource | undefined {
  return leadSources.find((each) => each.code === code);
}

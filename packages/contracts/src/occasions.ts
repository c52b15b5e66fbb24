import type { Bilingual } from '@jiandu/eventing';
import { assessmentOccasions } from './occasions/assessment.ts';
import { dispositionOccasions } from './occasions/disposition.ts';
import { intakeOccasions } from './occasions/intake.ts';
import { investigationOccasions } from './occasions/investigation.ts';
import { registryOccasions } from './occasions/registry.ts';
import { reportingOccasions } from './occasions/reporting.ts';

const occasions: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    ...registryOccasions,
    ...intakeOccasions,
    ...investigationOccasions,
    ...dispositionOccasions,
    ...assessmentOccasions,
    ...reportingOccasions,
  }),
);

/** When an event of a type happens; throws for a type of no service. */
export function occasionOf(type: string): Bilingual {
  const occasion = occasions.get(type);
  if (occasion === undefined) throw new Error(`no service publishes the event ${type}`);
  return occasion;
}

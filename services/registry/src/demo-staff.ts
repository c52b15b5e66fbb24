import { code, personId, personName, shortText, unitCode } from '@jiandu/contracts';
import { z } from 'zod';
import file from '../data/demo-staff.json' with { type: 'json' };

const member = z.strictObject({
  person: personId,
  name: personName,
  unit: unitCode.optional(),
  hostedBy: unitCode.optional(),
  title: shortText.optional(),
  roles: z.array(z.strictObject({ role: code, department: code.optional() })).min(1),
});

/** Somebody of the demonstration, with the roles held in the unit named. All persons are fictional. */
export type DemoMember = z.output<typeof member>;

/** The people of the worked matters and those their units need beside them. */
export const demoStaff: readonly DemoMember[] = z.array(member).parse(file);

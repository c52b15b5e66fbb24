import { roles } from '@jiandu/catalogue';
import { code, localDate, personId, unitCode } from '@jiandu/contracts';
import { defineQuery, type Grant } from '@jiandu/eventing';
import { z } from 'zod';
import { systemAdministrator } from '../grants.ts';
import { holdsOn } from '../person/state.ts';
import type { StaffDoc } from '../views/staff.ts';

const personAnswer = z.strictObject({
  person: personId,
  name: z.string(),
  unit: unitCode,
  outsider: z.boolean(),
  title: z.string().nullable(),
  roles: z.array(
    z.strictObject({
      role: z.string(),
      unit: unitCode,
      department: z.string().optional(),
      from: localDate,
      until: localDate.optional(),
    }),
  ),
});

/** Staff of the unit know each other, and so do those above it and the administrators; outsiders see nobody. */
const colleagues: readonly Grant[] = [
  ...roles
    .filter((role) => role.seat === 'unit')
    .map((role): Grant => ({ role: role.code, relation: 'unit' })),
  { role: 'chief', relation: 'above' },
  { role: 'case_admin', relation: 'above' },
  ...systemAdministrator,
];

/** The people of a unit with the roles they hold there today, or held on a day. */
export const peopleOfUnit = defineQuery({
  name: 'peopleOfUnit',
  path: 'units/:id/people',
  title: { zh: '本院人员', en: 'People of a unit' },
  input: z.strictObject({ id: unitCode, role: code.optional(), on: localDate.optional() }),
  output: z.strictObject({ items: z.array(personAnswer) }),
  may: colleagues,
  async answer({ id, role, on }, context) {
    const allowed = context.authorise({ unit: id });
    if ('refused' in allowed) return allowed;
    const day = on ?? context.today;
    const staff = context.collections<StaffDoc>('registry.staff');
    const { items } = await staff.find({ filter: { units: { all: [id] } }, limit: 1000 });
    const present = items.flatMap((doc) => {
      if (doc.disabledOn !== null && doc.disabledOn <= day) return [];
      const held = doc.roles.filter((each) => each.unit === id && holdsOn(each, day));
      if (
        role === undefined ? held.length === 0 && doc.unit !== id : !held.some((each) => each.role === role)
      )
        return [];
      const { name, unit, outsider, title } = doc;
      return [{ person: doc.id, name, unit, outsider, title, roles: held.map((each) => ({ ...each })) }];
    });
    return { items: present };
  },
});

import { roles } from '@jiandu/catalogue';
import { code, localDate, longText, roleGranted, unitCode } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { systemAdministrator } from '../grants.ts';
import { refuse } from '../refusals.ts';
import { holdsOn, type PersonFact, type PersonState } from './state.ts';

const command = commandsOf<PersonState, PersonFact>();
const roleCodes: ReadonlySet<string> = new Set(roles.map((role) => role.code));

/** One person may hold several roles, as small offices must; conflicts are refused where they matter (DOMAIN §3.4). */
export const grantRole = command({
  title: { zh: '授予角色', en: 'Grant a role' },
  law: ['S13 §26', 'DOMAIN §4.1'],
  input: roleGranted.schema.omit({ person: true }),
  may: systemAdministrator,
  decide(input, state, { id, directory }) {
    const { role, unit, from, until } = input;
    if (state.disabledOn !== undefined) return refuse('person.disabled', { on: state.disabledOn });
    if (!roleCodes.has(role)) return refuse('role.unknown', { field: 'role', role });
    if (directory.unit(unit) === undefined) return refuse('unit.unknown', { field: 'unit', unit });
    if (until !== undefined && until < from)
      return refuse('period.reversed', { field: 'until', from, until });
    const overlaps = state.roles.some(
      (held) =>
        held.role === role &&
        held.unit === unit &&
        held.department === input.department &&
        (until === undefined || held.from <= until) &&
        (held.until === undefined || held.until >= from),
    );
    if (overlaps) return refuse('role.held', { field: 'role', role });
    return [{ type: 'RoleGranted', data: { person: id, ...input } }];
  },
});

export const endRole = command({
  title: { zh: '终止角色', en: 'End a role' },
  law: ['DOMAIN §4.1'],
  input: z.strictObject({
    role: code,
    unit: unitCode,
    on: localDate.optional(),
    reason: longText.optional(),
  }),
  may: systemAdministrator,
  decide(input, state, { id, today }) {
    const { role, unit, on = today } = input;
    const held = state.roles.some((each) => each.role === role && each.unit === unit && holdsOn(each, on));
    if (!held) return refuse('role.not-held', { field: 'role', role, on });
    return [{ type: 'RoleEnded', data: { ...input, person: id, on } }];
  },
});

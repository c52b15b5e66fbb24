import type { PersonDisabled, PersonRegistered, RoleEnded, RoleGranted } from '@jiandu/contracts';
import { type Doc, defineView, fold, type RoleHolding } from '@jiandu/eventing';
import { evolvePerson, type PersonFact, unknownPerson } from '../person/state.ts';

/** Somebody who may act, with all roles ever held. */
export interface StaffDoc extends Doc {
  readonly name: string;
  /** The unit that answers for the person: the own one, or the host of an outsider. */
  readonly unit: string;
  readonly outsider: boolean;
  readonly title: string | null;
  readonly roles: readonly RoleHolding[];
  /** Units in which a role is or was held, the own one among them. */
  readonly units: readonly string[];
  readonly disabledOn: string | null;
}

/** Roles change here exactly as the person's own decider sees them. */
function withRoles(doc: StaffDoc, fact: PersonFact): StaffDoc {
  const { roles } = evolvePerson({ ...unknownPerson, unit: doc.unit, roles: doc.roles }, fact);
  return { ...doc, roles, units: [...new Set([doc.unit, ...doc.units, ...roles.map((role) => role.unit)])] };
}

/** People and their roles. */
export const staff = defineView<StaffDoc>({
  name: 'staff',
  title: { zh: '人员与角色', en: 'Staff' },
  version: 1,
  from: ['registry'],
  fields: ['unit', 'name'],
  lists: ['units'],
  folds: {
    PersonRegistered: fold<StaffDoc, PersonRegistered['data']>(
      ({ data }) => data.person,
      (_doc, { data }) => {
        const unit = data.unit ?? data.hostedBy ?? '';
        const outsider = data.unit === undefined;
        const { person, name, title = null } = data;
        return { id: person, name, unit, outsider, title, roles: [], units: [unit], disabledOn: null };
      },
    ),
    RoleGranted: fold<StaffDoc, RoleGranted['data']>(
      ({ data }) => data.person,
      (doc, { data }) => doc && withRoles(doc, { type: 'RoleGranted', data }),
    ),
    RoleEnded: fold<StaffDoc, RoleEnded['data']>(
      ({ data }) => data.person,
      (doc, { data }) => doc && withRoles(doc, { type: 'RoleEnded', data }),
    ),
    PersonDisabled: fold<StaffDoc, PersonDisabled['data']>(
      ({ data }) => data.person,
      (doc, { data }) => doc && { ...doc, disabledOn: data.on },
    ),
  },
});

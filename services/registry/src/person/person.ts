import { defineAggregate } from '@jiandu/eventing';
import { disablePerson, registerPerson } from './registration.ts';
import { endRole, grantRole } from './roles.ts';
import { evolvePerson, unknownPerson } from './state.ts';

/** Somebody who may sign in, with the roles held from when until when (DOMAIN §4.1). */
export const person = defineAggregate({
  name: 'person',
  route: 'people',
  title: { zh: '人员', en: 'Person' },
  initial: unknownPerson,
  evolve: evolvePerson,
  resource: ({ unit }) => ({ unit }),
  newId: ({ input }) => (input as { person: string }).person,
  commands: { registerPerson, grantRole, endRole, disablePerson },
});

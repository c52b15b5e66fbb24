import { localDate, longText, personRegistered } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { systemAdministrator } from '../grants.ts';
import { refuse } from '../refusals.ts';
import type { PersonFact, PersonState } from './state.ts';

const command = commandsOf<PersonState, PersonFact>();

/** Staff have a unit of their own; an outsider, such as one who replies for a supervised body, has a host unit. */
export const registerPerson = command({
  title: { zh: '登记人员', en: 'Register a person' },
  law: ['DOMAIN §4.1'],
  input: personRegistered.schema,
  may: systemAdministrator,
  creates: ({ unit, hostedBy }) => ({ unit: unit ?? hostedBy ?? '' }),
  decide(input, _state, { directory }) {
    const { unit, hostedBy } = input;
    if ((unit === undefined) === (hostedBy === undefined))
      return refuse('person.belonging', { field: 'unit' });
    const home = unit ?? hostedBy ?? '';
    if (directory.unit(home) === undefined) return refuse('unit.unknown', { field: 'unit', unit: home });
    return [{ type: 'PersonRegistered', data: input }];
  },
});

export const disablePerson = command({
  title: { zh: '停用人员', en: 'Disable a person' },
  law: ['DOMAIN §4.1'],
  input: z.strictObject({ on: localDate.optional(), reason: longText }),
  may: systemAdministrator,
  decide({ on, reason }, { disabledOn }, { id, today }) {
    if (disabledOn !== undefined) return refuse('person.disabled', { on: disabledOn });
    return [{ type: 'PersonDisabled', data: { person: id, on: on ?? today, reason }, reason }];
  },
});

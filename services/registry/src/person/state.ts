import { addDays } from '@jiandu/clocks';
import type { PersonDisabled, PersonRegistered, RoleEnded, RoleGranted } from '@jiandu/contracts';
import type { RoleHolding } from '@jiandu/eventing';

export type PersonFact = PersonRegistered | RoleGranted | RoleEnded | PersonDisabled;

/** What the deciders know of somebody who may act. */
export interface PersonState {
  /** The unit that answers for the person: the own one, or the host of an outsider. */
  readonly unit: string;
  readonly roles: readonly RoleHolding[];
  readonly disabledOn?: string;
}

export const unknownPerson: PersonState = { unit: '', roles: [] };

/** Whether a holding counts on a day; the last day counts. */
export function holdsOn({ from, until }: RoleHolding, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** The day on which a holding ends no longer counts; one that ends on its first day never was. */
function ended(holding: RoleHolding, { role, unit, on }: RoleEnded['data']): RoleHolding | undefined {
  const meant = holding.role === role && holding.unit === unit && holdsOn(holding, on);
  if (!meant) return holding;
  return holding.from === on ? undefined : { ...holding, until: addDays(on, -1) };
}

export function evolvePerson(state: PersonState, event: PersonFact): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
      return { ...state, unit: event.data.unit ?? event.data.hostedBy ?? '' };
    case 'RoleGranted': {
      const { role, unit, department, from, until } = event.data;
      const holding = { role, unit, from, ...(department && { department }), ...(until && { until }) };
      return { ...state, roles: [...state.roles, holding] };
    }
    case 'RoleEnded':
      return {
        ...state,
        roles: state.roles.map((each) => ended(each, event.data)).filter((each) => each !== undefined),
      };
    case 'PersonDisabled':
      return { ...state, disabledOn: event.data.on };
  }
}

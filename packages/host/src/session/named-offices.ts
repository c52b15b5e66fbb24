import type { Subject } from '@jiandu/eventing';
import type { NamedOffices } from './sessions.ts';

/** Somebody limited to the offices that a token names, and what the token names beyond the registry. */
export interface Narrowed {
  readonly subject: Subject;
  /** Roles and units that the registry does not know of this person; they give nothing. */
  readonly notHeld: Required<NamedOffices>;
}

/**
 * Limits somebody to the offices named. The registry alone says who holds what; a token can leave out, never add. Decisions lent
 * by others stay only in the units named, and only as long as no role is left out: who signs in as a clerk does not act as chief.
 */
export function narrow(subject: Subject, named: NamedOffices): Narrowed {
  const inUnit = ({ unit }: { readonly unit: string }) => named.units?.includes(unit) ?? true;
  const inRole = ({ role }: { readonly role: string }) => named.roles?.includes(role) ?? true;
  const roles = subject.roles.filter((each) => inUnit(each) && inRole(each));
  const delegations = subject.roles.every(inRole) ? subject.delegations.filter(inUnit) : [];
  return {
    subject: { ...subject, roles, delegations },
    notHeld: {
      roles: (named.roles ?? []).filter((role) => !roles.some((each) => each.role === role)),
      units: (named.units ?? []).filter((unit) => !roles.some((each) => each.unit === unit)),
    },
  };
}

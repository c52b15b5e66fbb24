import { staffMemberOn, staffOn } from '@jiandu/access';
import type { StaffMember } from '@jiandu/contracts';
import type { Context, Refusal } from '@jiandu/eventing';
import { refuse } from '../refusals.ts';

/** Who is named in a field of the input, and on which day he acted. */
interface Naming {
  readonly field: string;
  readonly day: string;
}

function refuseUnknown(field: string) {
  return (person: string): Refusal => refuse('person.unknown', { field, person });
}

/** The member of staff of this id, with name and unit from the directory. */
export function namedMember(
  person: string,
  { field, day }: Naming,
  { directory }: Context,
): StaffMember | Refusal {
  return staffMemberOn(directory, person, day, refuseUnknown(field));
}

/** The staff of these ids, each once, with names and units from the directory. */
export function namedStaff(
  persons: readonly string[],
  { field, day }: Naming,
  { directory }: Context,
): readonly StaffMember[] | Refusal {
  return staffOn(directory, persons, day, refuseUnknown(field));
}

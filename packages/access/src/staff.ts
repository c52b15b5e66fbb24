import {
  type Directory,
  isRefusal,
  type LocalDate,
  type Refusal,
  type RefusalEntry,
  type RoleHolding,
} from '@jiandu/eventing';
import { isHeldOn } from './directory-entries.ts';

/** A member of staff as events write one: the id, and name and unit as they were that day. */
export interface NamedStaff {
  readonly person: string;
  readonly name: string;
  readonly unit?: string;
}

/** What every service says to an id the directory does not know. */
export const personUnknown: RefusalEntry & { readonly law: string } = {
  status: 422,
  zh: '没有此工作人员：{person}',
  en: 'There is no such member of staff: {person}',
  law: 'DOMAIN §4.1',
};

/** The roles somebody holds on a day; none of somebody unknown. */
export function rolesOn(directory: Directory, person: string, day: LocalDate): readonly RoleHolding[] {
  return directory.person(person)?.roles.filter((each) => isHeldOn(each, day)) ?? [];
}

/**
 * The member of staff of this id as on a day: whoever names a colleague gives the id, and the name in the record is
 * the directory's. The unit is that of a role held on the day, or of one held at another time.
 */
export function staffMemberOn(
  directory: Directory,
  person: string,
  day: LocalDate,
  refuseUnknown: (person: string) => Refusal,
): NamedStaff | Refusal {
  const entry = directory.person(person);
  if (entry === undefined) return refuseUnknown(person);
  const unit = (rolesOn(directory, person, day)[0] ?? entry.roles[0])?.unit;
  return { person, name: entry.name, ...(unit === undefined ? {} : { unit }) };
}

/** The staff of these ids as on a day, each once, in the order given; or the refusal of the first unknown one. */
export function staffOn(
  directory: Directory,
  persons: readonly string[],
  day: LocalDate,
  refuseUnknown: (person: string) => Refusal,
): readonly NamedStaff[] | Refusal {
  const staff: NamedStaff[] = [];
  for (const person of new Set(persons)) {
    const found = staffMemberOn(directory, person, day, refuseUnknown);
    if (isRefusal(found)) return found;
    staff.push(found);
  }
  return staff;
}

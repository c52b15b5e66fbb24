import type { Filter, ResourceFacts } from '@jiandu/eventing';

/** Labels under which roles and ties decide; under any other only the access list does (DOMAIN §4.5). */
export const openLabels: readonly string[] = ['public', 'internal', 'work_secret'];

/** Label of a thing that names none. */
const UNLABELLED = 'internal';

/** Whether secrecy lets a person through: a restricted thing is only for those on its list, whatever their role. */
export function isLetThrough(resource: ResourceFacts, person: string): boolean {
  const label = resource.secrecy ?? UNLABELLED;
  return openLabels.includes(label) || (resource.accessList?.includes(person) ?? false);
}

/** The same as conditions on documents, which carry `secrecy` always. */
export function filtersOfSecrecy(person: string): readonly Filter[] {
  return [{ secrecy: { in: openLabels } }, { accessList: { all: [person] } }];
}

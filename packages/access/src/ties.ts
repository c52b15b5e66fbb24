import type { Directory, Filter, Grant, ResourceFacts } from '@jiandu/eventing';
import type { Capacity } from './capacity.ts';

/** A directory that can also name all units below one. */
interface DirectoryWithBelow extends Directory {
  unitsBelow(code: string): readonly string[];
}

/** A grant that fits a capacity by its role; `*` fits every role. */
export function fitsRole(grant: Grant, capacity: Capacity): boolean {
  return grant.role === '*' || grant.role === capacity.role;
}

/**
 * Whether the tie between capacity and thing is the one a grant asks for. Upward there is no tie at all; downward it
 * keeps to the own area, and to the own line where the role is held in a department (DOMAIN §4.2).
 */
export function isTied(
  { relation }: Grant,
  { unit, department }: Capacity,
  person: string,
  resource: ResourceFacts,
  directory: Directory,
): boolean {
  switch (relation) {
    case 'unit':
      return resource.unit === unit;
    case 'own':
      return resource.handlers?.includes(person) ?? false;
    case 'escalated':
      return resource.escalatedTo === unit;
    case 'above':
      return (
        directory.isAbove(unit, resource.unit) &&
        (department === undefined || resource.department === department)
      );
    case 'shared':
      return resource.sharedWith?.includes(unit) ?? false;
    case 'anyone':
      return true;
    case 'system':
      return false;
  }
}

/** The same tie as a condition on documents; undefined where no document can have it. */
export function filterOfTie(
  { relation }: Grant,
  { unit, department }: Capacity,
  person: string,
  directory: DirectoryWithBelow,
): Filter | undefined {
  switch (relation) {
    case 'unit':
      return { unit };
    case 'own':
      return { handlers: { all: [person] } };
    case 'escalated':
      return { escalatedTo: unit };
    case 'above': {
      const below = directory.unitsBelow(unit);
      if (below.length === 0) return undefined;
      return { unit: { in: below }, ...(department === undefined ? {} : { department }) };
    }
    case 'shared':
      return { sharedWith: { all: [unit] } };
    case 'anyone':
      return {};
    case 'system':
      return undefined;
  }
}

import type { Directory, LocalDate, StaffEntry, Subject } from '@jiandu/eventing';
import {
  type DelegationRecord,
  isHeldOn,
  isInForceOn,
  mayActOn,
  newestVersion,
  type PersonRecord,
  type PublishedVersion,
  type UnitRecord,
} from './directory-entries.ts';
import { ImmutableMap } from './immutable-map.ts';

/** Everything a directory is made of; folds replace parts of it. */
export interface DirectoryParts {
  readonly units: ImmutableMap<UnitRecord>;
  /** Codes of the units right below a unit. */
  readonly below: ImmutableMap<readonly string[]>;
  readonly people: ImmutableMap<PersonRecord>;
  /** Who ever held a role in a unit, by `role@unit`. */
  readonly holders: ImmutableMap<readonly string[]>;
  readonly delegations: ImmutableMap<DelegationRecord>;
  /** Ids of the delegations given to a person. */
  readonly given: ImmutableMap<readonly string[]>;
  readonly catalogues: readonly PublishedVersion[];
  readonly calendars: readonly PublishedVersion[];
}

/** Stands for a version before any was published. */
const UNPUBLISHED = 'unpublished';

/** The organisation as the registry's events tell it. Never changes: a fold gives another one. */
export class DirectoryState implements Directory {
  readonly parts: DirectoryParts;
  readonly catalogueVersion: string;
  readonly calendarVersion: string;

  /** With a day, the versions are those of that day; otherwise the newest ones published. */
  constructor(parts: DirectoryParts, day?: LocalDate) {
    this.parts = parts;
    this.catalogueVersion = newestVersion(parts.catalogues, day) ?? UNPUBLISHED;
    this.calendarVersion = newestVersion(parts.calendars, day) ?? UNPUBLISHED;
  }

  /** The same organisation with the versions in force on a day. */
  asOf(day: LocalDate): DirectoryState {
    return new DirectoryState(this.parts, day);
  }

  unit(code: string): UnitRecord | undefined {
    return this.parts.units.get(code);
  }

  isAbove(above: string, unit: string): boolean {
    const passed = new Set([unit]);
    for (let at = this.unit(unit)?.parent; at !== undefined && !passed.has(at); at = this.unit(at)?.parent) {
      if (at === above) return true;
      passed.add(at);
    }
    return false;
  }

  /** Codes of all units below one, at any distance. */
  unitsBelow(code: string): readonly string[] {
    const found = new Set<string>();
    const waiting = [...(this.parts.below.get(code) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === code || found.has(next)) continue;
      found.add(next);
      waiting.push(...(this.parts.below.get(next) ?? []));
    }
    return [...found].sort();
  }

  person(id: string): PersonRecord | undefined {
    return this.parts.people.get(id);
  }

  holders(role: string, unit: string, on: LocalDate): readonly StaffEntry[] {
    return (this.parts.holders.get(`${role}@${unit}`) ?? []).flatMap((id) => {
      const person = this.person(id);
      if (person === undefined || !mayActOn(person, on)) return [];
      const holds = person.roles.some(
        (each) => each.role === role && each.unit === unit && isHeldOn(each, on),
      );
      return holds ? [person] : [];
    });
  }

  subject(id: string, on: LocalDate): Subject | undefined {
    const person = this.person(id);
    if (person === undefined || !mayActOn(person, on)) return undefined;
    const delegations = (this.parts.given.get(id) ?? []).flatMap((each) => {
      const delegation = this.parts.delegations.get(each);
      return delegation !== undefined && isInForceOn(delegation, on) ? [delegation] : [];
    });
    return {
      person: id,
      name: person.name,
      roles: person.roles.filter((each) => isHeldOn(each, on)),
      delegations,
    };
  }
}

/** The directory before anything was registered. */
export const emptyDirectory: DirectoryState = new DirectoryState({
  units: new ImmutableMap(),
  below: new ImmutableMap(),
  people: new ImmutableMap(),
  holders: new ImmutableMap(),
  delegations: new ImmutableMap(),
  given: new ImmutableMap(),
  catalogues: [],
  calendars: [],
});

import type { Fact, LocalDate, RoleHolding } from '@jiandu/eventing';
import { dayBefore } from './day-before.ts';
import { type DirectoryParts, DirectoryState } from './directory.ts';
import type { DelegationRecord, PersonRecord, PublishedVersion, UnitRecord } from './directory-entries.ts';

type Data = Fact['data'];
type PartsFold = (parts: DirectoryParts, data: Data) => DirectoryParts;

function text(data: Data, field: string): string {
  return String(data[field]);
}

function given<K extends string>(data: Data, ...fields: readonly K[]): { readonly [key in K]?: string } {
  const entries = fields.flatMap((field) =>
    data[field] === undefined ? [] : [[field, String(data[field])]],
  );
  return Object.fromEntries(entries) as { readonly [key in K]?: string };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function added(list: readonly string[] | undefined, item: string): readonly string[] {
  if (list === undefined) return [item];
  return list.includes(item) ? list : [...list, item].sort();
}

const unitRegistered: PartsFold = (parts, data) => {
  const code = text(data, 'code');
  const before = parts.units.get(code)?.parent;
  const unit: UnitRecord = {
    code,
    nameZh: text(data, 'nameZh'),
    nameEn: text(data, 'nameEn'),
    shortZh: text(data, 'shortZh'),
    level: text(data, 'level'),
    from: text(data, 'from'),
    ...given(data, 'parent', 'abbreviation'),
  };
  const left =
    before === undefined || before === unit.parent
      ? parts.below
      : parts.below.with(
          before,
          (parts.below.get(before) ?? []).filter((each) => each !== code),
        );
  const below = unit.parent === undefined ? left : left.with(unit.parent, added(left.get(unit.parent), code));
  return { ...parts, units: parts.units.with(code, unit), below };
};

/** Changes a unit; an event about one never registered changes nothing. The other two do the same. */
function ofUnit(change: (unit: UnitRecord, data: Data) => UnitRecord): PartsFold {
  return (parts, data) => {
    const code = text(data, 'code');
    const unit = parts.units.get(code);
    return unit === undefined ? parts : { ...parts, units: parts.units.with(code, change(unit, data)) };
  };
}

function ofPerson(change: (person: PersonRecord, data: Data) => PersonRecord): PartsFold {
  return (parts, data) => {
    const id = text(data, 'person');
    const person = parts.people.get(id);
    return person === undefined ? parts : { ...parts, people: parts.people.with(id, change(person, data)) };
  };
}

function ofDelegation(change: (delegation: DelegationRecord, data: Data) => DelegationRecord): PartsFold {
  return (parts, data) => {
    const id = text(data, 'delegation');
    const known = parts.delegations.get(id);
    return known === undefined
      ? parts
      : { ...parts, delegations: parts.delegations.with(id, change(known, data)) };
  };
}

/** A holding that ends before the day `on`; none is left of one that would begin on it. */
function ended(holding: RoleHolding, on: LocalDate): readonly RoleHolding[] {
  if (holding.from === on) return [];
  const last = dayBefore(on);
  const stays = holding.from > on || (holding.until !== undefined && holding.until <= last);
  return [stays ? holding : { ...holding, until: last }];
}

const roleEnded = ofPerson((person, data) => ({
  ...person,
  roles: person.roles.flatMap((each) =>
    each.role === data['role'] && each.unit === data['unit'] ? ended(each, text(data, 'on')) : [each],
  ),
}));

const roleGranted: PartsFold = (parts, data) => {
  const holding: RoleHolding = {
    role: text(data, 'role'),
    unit: text(data, 'unit'),
    from: text(data, 'from'),
    ...given(data, 'department', 'until'),
  };
  const id = text(data, 'person');
  const person = parts.people.get(id);
  if (person === undefined) return parts;
  const at = `${holding.role}@${holding.unit}`;
  return {
    ...parts,
    people: parts.people.with(id, { ...person, roles: [...person.roles, holding] }),
    holders: parts.holders.with(at, added(parts.holders.get(at), id)),
  };
};

const delegationGranted: PartsFold = (parts, data) => {
  const delegation: DelegationRecord = {
    id: text(data, 'delegation'),
    from: text(data, 'from'),
    fromRole: text(data, 'fromRole'),
    to: text(data, 'to'),
    unit: text(data, 'unit'),
    decisions: texts(data['decisions']),
    types: texts(data['types']),
    validFrom: text(data, 'validFrom'),
    validUntil: text(data, 'validUntil'),
  };
  return {
    ...parts,
    delegations: parts.delegations.with(delegation.id, delegation),
    given: parts.given.with(delegation.to, added(parts.given.get(delegation.to), delegation.id)),
  };
};

function published(list: readonly PublishedVersion[], data: Data): readonly PublishedVersion[] {
  const version = text(data, 'version');
  const others = list.filter((each) => each.version !== version);
  return [...others, { version, effectiveFrom: text(data, 'effectiveFrom') }];
}

const folds: Readonly<Record<string, PartsFold>> = {
  UnitRegistered: unitRegistered,
  UnitRenamed: ofUnit((unit, data) => ({
    ...unit,
    nameZh: text(data, 'nameZh'),
    nameEn: text(data, 'nameEn'),
    shortZh: text(data, 'shortZh'),
    ...given(data, 'abbreviation'),
  })),
  UnitClosed: ofUnit((unit, data) => ({
    ...unit,
    closedOn: text(data, 'on'),
    ...given(data, 'successor'),
  })),
  PersonRegistered: (parts, data) => {
    const person = text(data, 'person');
    const roles = parts.people.get(person)?.roles ?? [];
    return { ...parts, people: parts.people.with(person, { person, name: text(data, 'name'), roles }) };
  },
  RoleGranted: roleGranted,
  RoleEnded: roleEnded,
  PersonDisabled: ofPerson((person, data) => ({ ...person, disabledOn: text(data, 'on') })),
  DelegationGranted: delegationGranted,
  DelegationRevoked: ofDelegation((delegation, data) => ({
    ...delegation,
    revokedOn: text(data, 'on'),
  })),
  CatalogueVersionPublished: (parts, data) => ({ ...parts, catalogues: published(parts.catalogues, data) }),
  CalendarPublished: (parts, data) => ({ ...parts, calendars: published(parts.calendars, data) }),
};

/** The directory after an event of the registry; events of other kinds change nothing. */
export function foldDirectory(
  directory: DirectoryState,
  event: { readonly type: string; readonly data: Data },
): DirectoryState {
  const fold = folds[event.type];
  return fold === undefined ? directory : new DirectoryState(fold(directory.parts, event.data));
}

import type { Bilingual, Grant, Relation, ResourceFacts, Service, Subject } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';
import { authorise } from './authorise.ts';
import { emptyDirectory } from './directory.ts';
import { foldDirectory } from './fold-directory.ts';

/** One cell: may somebody in this role, with this tie to the thing and no other, do this? */
export interface PermissionCell {
  readonly service: string;
  readonly kind: 'command' | 'query';
  readonly name: string;
  readonly title: Bilingual;
  /** Not offered to people at all. */
  readonly internal: boolean;
  readonly role: string;
  readonly relation: Relation;
  readonly allowed: boolean;
}

/** The ties in which a person may stand to a thing, from near to far. */
export const relations: readonly Relation[] = ['own', 'unit', 'escalated', 'shared', 'above', 'anyone'];

const TODAY = '2025-03-03';
const PERSON = 'P-000000-somebody';
const THING = '100000';
const SUPERIOR = '200000';
const STRANGER = '300000';

const twoUnits = [SUPERIOR, THING, STRANGER].reduce(
  (directory, code) =>
    foldDirectory(directory, {
      type: 'UnitRegistered',
      data: {
        code,
        nameZh: code,
        nameEn: code,
        shortZh: code,
        level: 'county',
        from: TODAY,
        ...(code === THING ? { parent: SUPERIOR } : {}),
      },
    }),
  emptyDirectory,
);

/** A thing to which a person holding a role in `unit` has one tie only. */
function tiedBy(relation: Relation): { readonly unit: string; readonly resource: ResourceFacts } {
  const resource: ResourceFacts = { unit: THING };
  switch (relation) {
    case 'own':
      return { unit: STRANGER, resource: { ...resource, handlers: [PERSON] } };
    case 'unit':
      return { unit: THING, resource };
    case 'escalated':
      return { unit: STRANGER, resource: { ...resource, escalatedTo: STRANGER } };
    case 'shared':
      return { unit: STRANGER, resource: { ...resource, sharedWith: [STRANGER] } };
    case 'above':
      return { unit: SUPERIOR, resource };
    case 'anyone':
    case 'system':
      return { unit: STRANGER, resource };
  }
}

/** Asks the one decision function, so that the matrix shows what will happen and not what was meant. */
export function isAllowed(
  grants: readonly Grant[],
  role: string,
  relation: Relation,
  action: string,
): boolean {
  const { unit, resource } = tiedBy(relation);
  const subject: Subject = {
    person: PERSON,
    name: PERSON,
    roles: [{ role, unit, from: TODAY }],
    delegations: [],
  };
  return !isRefusal(authorise({ subject, grants, resource, action, today: TODAY, directory: twoUnits }));
}

/** Every role a service names in a grant, in alphabetical order; `*` is every role and no row of its own. */
export function rolesIn(services: readonly Service[]): readonly string[] {
  const named = services.flatMap((service) => [
    ...service.aggregates.flatMap((aggregate) => Object.values(aggregate.commands).flatMap(({ may }) => may)),
    ...service.queries.flatMap(({ may }) => may),
  ]);
  return [...new Set(named.map(({ role }) => role))]
    .filter((role) => role !== '*' && role !== 'system')
    .sort();
}

/** Who may do and see what, in full: every command and query, for every role and tie. */
export function permissionMatrix(
  services: readonly Service[],
  roles: readonly string[] = rolesIn(services),
): readonly PermissionCell[] {
  const acts = services.flatMap((service) => [
    ...service.aggregates.flatMap((aggregate) =>
      Object.entries(aggregate.commands).map(([name, { title, may, internal = false }]) => ({
        row: { service: service.name, kind: 'command' as const, name, title, internal },
        may,
      })),
    ),
    ...service.queries.map(({ name, title, may }) => ({
      row: { service: service.name, kind: 'query' as const, name, title, internal: false },
      may,
    })),
  ]);
  return acts.flatMap(({ row, may }) =>
    roles.flatMap((role) =>
      relations.map((relation) => ({
        ...row,
        role,
        relation,
        allowed: !row.internal && isAllowed(may, role, relation, `${row.service}.${row.name}`),
      })),
    ),
  );
}

import {
  calendarNotices,
  catalogueContentHash,
  catalogueVersion,
  qinghaiUnits,
  type Unit,
} from '@jiandu/catalogue';
import { derivedId } from '@jiandu/eventing';
import { type DemoMember, demoStaff } from './demo-staff.ts';

/** A command that fills an empty house; its id is fixed, so that giving it again changes nothing. */
export interface BootstrapCommand {
  readonly command: string;
  /** Absent for commands that create. */
  readonly id?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly commandId: string;
}

/** Commands of one stage need what the stages before have put into the directory: wait for it in between. */
export type BootstrapPlan = readonly (readonly BootstrapCommand[])[];

/** First day of the roles of the demonstration: before every worked matter. */
const FIRST_DAY = '2022-10-31';

function command(name: string, input: BootstrapCommand['input'], id?: string): BootstrapCommand {
  const commandId = derivedId('bootstrap', name, id ?? '', JSON.stringify(input));
  return { command: `registry.${name}`, input, commandId, ...(id === undefined ? {} : { id }) };
}

function depth(unit: Unit): number {
  const superior = qinghaiUnits.find(({ code }) => code === unit.parent);
  return superior === undefined ? 0 : 1 + depth(superior);
}

function versions(): readonly BootstrapCommand[] {
  return [
    command('publishCatalogueVersion', { ...catalogueVersion, contentHash: catalogueContentHash }),
    ...calendarNotices.map(({ version, year, published, source }) =>
      command('publishCalendar', { version, effectiveFrom: published, lastPublishedYear: year, source }),
    ),
  ];
}

function registration({ roles: _roles, ...member }: DemoMember): BootstrapCommand {
  return command('registerPerson', member);
}

function rolesOf({ person, unit, hostedBy, roles }: DemoMember): readonly BootstrapCommand[] {
  const home = unit ?? hostedBy;
  return roles.map((role) => command('grantRole', { ...role, unit: home, from: FIRST_DAY }, person));
}

/**
 * What an empty house begins with, in stages: the catalogue with its calendars and the units, superiors first; with
 * `staff` also the people of the demonstration. Given by the composition root as a trusted actor, since nobody has a
 * role yet.
 */
export function bootstrapStages(staff: readonly DemoMember[] = []): BootstrapPlan {
  const levels = Map.groupBy(qinghaiUnits, depth);
  const byLevel = [...levels.keys()].sort().map((level) => levels.get(level) ?? []);
  return [
    versions(),
    ...byLevel.map((level) => level.map(({ until: _until, ...unit }) => command('registerUnit', unit))),
    staff.map(registration),
    staff.flatMap(rolesOf),
  ].filter((stage) => stage.length > 0);
}

export { demoStaff };

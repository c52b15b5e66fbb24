import { registryEvents } from '@jiandu/contracts';
import { defineService } from '@jiandu/eventing';
import { catalogueVersion } from './catalogue-version/catalogue-version.ts';
import { delegation } from './delegation/delegation.ts';
import { person } from './person/person.ts';
import { catalogueVersionsQuery, deadlinesQuery, matterTypesQuery } from './queries/catalogue.ts';
import { delegationsQuery } from './queries/delegations.ts';
import { peopleOfUnit } from './queries/people.ts';
import { unitsQuery } from './queries/units.ts';
import { registryRefusals } from './refusals.ts';
import { unit } from './unit/unit.ts';
import { catalogueVersions } from './views/catalogue-versions.ts';
import { delegations } from './views/delegations.ts';
import { staff } from './views/staff.ts';
import { units } from './views/units.ts';

/** 制度与组织: units, people, roles, delegations, versions of the catalogue: configuration in the same log. */
export const registry = defineService({
  name: 'registry',
  title: { zh: '制度与组织', en: 'Registry' },
  events: registryEvents,
  aggregates: [unit, person, delegation, catalogueVersion],
  views: [units, staff, delegations, catalogueVersions],
  queries: [
    unitsQuery,
    peopleOfUnit,
    delegationsQuery,
    catalogueVersionsQuery,
    matterTypesQuery,
    deadlinesQuery,
  ],
  refusals: registryRefusals,
});

import { calendarVersions, catalogueContentHash, catalogueVersions } from '@jiandu/catalogue';
import {
  type CalendarPublished,
  type CatalogueVersionPublished,
  calendarPublished,
  catalogueVersionPublished,
} from '@jiandu/contracts';
import { commandsOf, defineAggregate } from '@jiandu/eventing';
import { systemAdministrator } from '../grants.ts';
import { provinceUnit } from '../province.ts';
import { refuse } from '../refusals.ts';

type VersionFact = CatalogueVersionPublished | CalendarPublished;

/** Nothing to remember: what is published is not changed, and publishing a version twice starts no stream. */
type VersionState = null;

const command = commandsOf<VersionState, VersionFact>();

/**
 * The hash says which content; a matter runs under the version in force when it was accepted. What this installation does
 * not hold is not put in force: nothing could be decided under it, and what is published cannot be taken back.
 */
export const publishCatalogueVersion = command({
  title: { zh: '发布目录版本', en: 'Publish a catalogue version' },
  law: ['DOMAIN §0.1 (3)'],
  input: catalogueVersionPublished.schema,
  may: systemAdministrator,
  creates: () => ({ unit: provinceUnit }),
  decide(input) {
    const { version, contentHash } = input;
    return catalogueVersions.includes(version) && contentHash === catalogueContentHash
      ? [{ type: 'CatalogueVersionPublished', data: input }]
      : refuse('version.not-held', { field: 'version', version });
  },
});

export const publishCalendar = command({
  title: { zh: '发布工作日历', en: 'Publish a calendar' },
  law: ['DOMAIN §7', 'S9 §105'],
  input: calendarPublished.schema,
  may: systemAdministrator,
  creates: () => ({ unit: provinceUnit }),
  decide: (input) =>
    calendarVersions.includes(input.version)
      ? [{ type: 'CalendarPublished', data: input }]
      : refuse('version.not-held', { field: 'version', version: input.version }),
});

/** A version of the catalogue or of the calendar of working days, published once. */
export const catalogueVersion = defineAggregate({
  name: 'catalogueVersion',
  route: 'catalogue-versions',
  title: { zh: '目录版本', en: 'Catalogue version' },
  initial: null,
  evolve: (_state: VersionState, _event: VersionFact): VersionState => null,
  resource: () => ({ unit: provinceUnit }),
  newId: ({ input }) => (input as { version: string }).version,
  commands: { publishCatalogueVersion, publishCalendar },
});

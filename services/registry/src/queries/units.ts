import { localDate, unitCode } from '@jiandu/contracts';
import { defineQuery, type Filter } from '@jiandu/eventing';
import { z } from 'zod';
import { everybody } from '../grants.ts';
import type { UnitDoc } from '../views/units.ts';

const unitAnswer = z.strictObject({
  code: unitCode,
  nameZh: z.string(),
  nameEn: z.string(),
  shortZh: z.string(),
  abbreviation: z.string().nullable(),
  level: z.string(),
  powers: z.string().nullable(),
  parent: unitCode.nullable(),
  alternativeNamesZh: z.array(z.string()),
  pilot2023: z.boolean(),
  uncertain: z.boolean(),
  note: z.string().nullable(),
});

/** A unit as it was on a day; undefined when it was not there. */
function asOn(doc: UnitDoc, day: string): z.input<typeof unitAnswer> | undefined {
  const names = doc.names.findLast(({ from }) => from <= day);
  if (names === undefined || (doc.closedOn !== null && doc.closedOn <= day)) return undefined;
  return {
    code: doc.id,
    nameZh: names.nameZh,
    nameEn: names.nameEn,
    shortZh: names.shortZh,
    abbreviation: names.abbreviation ?? null,
    level: doc.level,
    powers: doc.powers,
    parent: doc.parent,
    alternativeNamesZh: [...doc.alternativeNamesZh],
    pilot2023: doc.pilot2023,
    uncertain: doc.uncertain,
    note: doc.note,
  };
}

/** The units as they are, or as they were on a day. */
export const unitsQuery = defineQuery({
  name: 'units',
  path: 'units',
  title: { zh: '检察院名录', en: 'Units' },
  input: z.strictObject({
    level: z.enum(['province', 'prefecture', 'county', 'specialised']).optional(),
    parent: unitCode.optional(),
    on: localDate.optional(),
  }),
  output: z.strictObject({ items: z.array(unitAnswer) }),
  may: everybody,
  async answer({ level, parent, on }, { collections, today }) {
    const filter: Filter = { ...(level && { level }), ...(parent && { parent }) };
    const { items } = await collections<UnitDoc>('registry.units').find({ filter, limit: 1000 });
    return { items: items.map((doc) => asOn(doc, on ?? today)).filter((each) => each !== undefined) };
  },
});

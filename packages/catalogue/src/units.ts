import { z } from 'zod';
import file from '../data/units-qinghai.json' with { type: 'json' };

const unit = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  nameZh: z.string(),
  nameEn: z.string(),
  shortZh: z.string(),
  /** Prefix of printed numbers; a default that the unit may change, unique in the province. */
  abbreviation: z.string(),
  level: z.enum(['province', 'prefecture', 'county', 'specialised']),
  /** The superior. Data, for codes do not tell it: 海东 had another code until 2013. */
  parent: z.exactOptional(z.string()),
  powers: z.exactOptional(z.enum(['province', 'prefecture', 'county'])),
  alternativeNamesZh: z.exactOptional(z.array(z.string())),
  pilot2023: z.boolean(),
  /** Name or code still to be confirmed by the province. */
  uncertain: z.boolean(),
  note: z.exactOptional(z.string()),
  /** First day on which this entry holds. */
  from: z.iso.date(),
  /** Last day, inclusive; open while it holds. */
  until: z.exactOptional(z.iso.date()),
});
/** A procuratorate as it stands over a span of days. */
export type Unit = z.output<typeof unit>;

/** The procuratorates of Qinghai, superiors before those below them. */
export const qinghaiUnits: readonly Unit[] = z.array(unit).parse(file);

/** The units that exist on a day. */
export function unitsOn(day: string): readonly Unit[] {
  return qinghaiUnits.filter((each) => each.from <= day && (each.until === undefined || day <= each.until));
}

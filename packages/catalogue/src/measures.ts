import { z } from 'zod';
import file from '../data/measures.json' with { type: 'json' };
import type { MatterType } from './matter-type.ts';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const data = z
  .strictObject({
    permitted: z.array(
      z.strictObject({
        code: z.string(),
        title: bilingual,
        law: z.string(),
        placesOfCustodyOnly: z.boolean(),
      }),
    ),
    forbidden: z.array(z.strictObject({ code: z.string(), title: bilingual, law: z.string() })),
  })
  .parse(file);

/** Kinds of verification measures; which a type permits stands with the type. */
export const measureKinds = data.permitted;
export type MeasureKind = (typeof measureKinds)[number];

/** What verification may never do, whatever the type: it is not compulsory. */
export const forbiddenMeasures = data.forbidden;
export type ForbiddenMeasure = (typeof forbiddenMeasures)[number];

/** What the law says of a measure in a matter of a type. */
export type MeasureStanding =
  | { readonly standing: 'permitted'; readonly measure: MeasureKind }
  | { readonly standing: 'forbidden'; readonly measure: ForbiddenMeasure }
  | { readonly standing: 'not-provided'; readonly law: string };

/** Whether a measure is permitted, forbidden by name, or just not provided for by the type. */
export function measureStanding(type: MatterType, code: string): MeasureStanding {
  const forbidden = forbiddenMeasures.find((each) => each.code === code);
  if (forbidden) return { standing: 'forbidden', measure: forbidden };
  const measure = measureKinds.find((each) => each.code === code);
  return measure && type.measures.permitted.includes(code)
    ? { standing: 'permitted', measure }
    : { standing: 'not-provided', law: type.measures.law };
}

import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  leadId,
  localDate,
  longText,
  matterNumber,
  matterProfile,
  matterType,
  provenance,
  registerYear,
  unitCode,
} from '../fields.ts';

/** A paper register is carried on: the first number given here is one more than its last. */
export const numberSeriesContinued = defineEvent('NumberSeriesContinued', {
  title: { zh: '接续纸质登记簿编号', en: 'Number series continued' },
  schema: z.strictObject({
    type: matterType,
    unit: unitCode,
    year: registerYear,
    lastNumber: z.int().min(0).max(99_999),
  }),
});
export type NumberSeriesContinued = FactOf<typeof numberSeriesContinued>;

/** A matter got its number, which is the place of this event in its series. */
export const matterNumbered = defineEvent('MatterNumbered', {
  title: { zh: '编号', en: 'Matter numbered' },
  schema: z.strictObject({
    matter: matterNumber,
    sequence: z.int().min(1).max(99_999),
    lead: leadId,
    acceptedOn: localDate,
    profile: matterProfile,
    provenance,
  }),
});
export type MatterNumbered = FactOf<typeof matterNumbered>;

/** A number stands for nothing; it is never given again. */
export const numberVoided = defineEvent('NumberVoided', {
  title: { zh: '编号作废', en: 'Number voided' },
  schema: z.strictObject({ matter: matterNumber, opinion: longText }),
});
export type NumberVoided = FactOf<typeof numberVoided>;

/** Events of the number series. */
export const numberSeriesEvents = [numberSeriesContinued, matterNumbered, numberVoided] as const;

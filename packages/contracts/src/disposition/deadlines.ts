import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import { clockId, clockSubject, code, localDate, personId, secrecyLabel, unitCode } from '../fields.ts';

/** A running clock, named so that the reader finds what it belongs to. */
const runningClock = {
  key: z
    .string()
    .max(60)
    .meta({ description: '事项编号或线索编号 / Matter number, or lead id before there is one' }),
  unit: unitCode,
  clock: clockId,
  variant: z.string().max(40).exactOptional(),
  subject: clockSubject,
  due: localDate,
  handler: personId.optional(),
  secrecy: secrecyLabel
    .optional()
    .meta({ description: '所属事项的密级 / Label of the matter it belongs to' }),
  obliged: code.optional().meta({ description: '义务方 / Who must act' }),
};

/** A clock ends soon: 7, 3 or 1 days are left. */
export const deadlineWarned = defineEvent('DeadlineWarned', {
  title: { zh: '期限预警', en: 'Deadline warned' },
  schema: z.strictObject({ ...runningClock, daysLeft: z.int().min(0).max(60), warnedOn: localDate }),
});
export type DeadlineWarned = FactOf<typeof deadlineWarned>;

/** A clock ended without what it waited for. */
export const deadlineMissed = defineEvent('DeadlineMissed', {
  title: { zh: '期限届满未办', en: 'Deadline missed' },
  schema: z.strictObject({
    ...runningClock,
    since: localDate.meta({ description: '逾期首日 / First overdue day' }),
  }),
});
export type DeadlineMissed = FactOf<typeof deadlineMissed>;

/** Events of the timer. */
export const deadlineEvents = [deadlineWarned, deadlineMissed] as const;

import { z } from 'zod';
import { localDate } from './dates.ts';
import { personId } from './identifiers.ts';
import { listOf } from './texts.ts';

/** Number of a clock in the catalogue. */
export const clockId = z
  .string()
  .regex(/^DL-\d{2}$/)
  .meta({ description: '期限代码 / Clock of the catalogue', examples: ['DL-08'] });

/** What a clock runs for: a lead, a matter, an instrument, an issue or another numbered thing of the matter. */
export const clockSubject = z
  .string()
  .regex(/^[A-Z]{1,3}-[0-9A-Za-z-]{1,40}$/)
  .meta({ description: '期限对象：线索、事项、D-n、I-n / What the clock runs for', examples: ['D-1'] });

/** A length of time; days are calendar days. */
export const lengthOfTime = z.strictObject({
  n: z.int().min(1).max(3660),
  unit: z.enum(['day', 'workday', 'month']),
});

const span = z
  .strictObject({ from: localDate, to: localDate })
  .meta({ description: '自起日至止日前一日 / From the first day to the day before the second' });

/** A clock as it was started, with the due date that was computed then. Starting one again replaces it. */
export const startedClock = z.strictObject({
  clock: clockId,
  variant: z.string().max(40).optional(),
  subject: clockSubject,
  start: localDate,
  due: localDate,
  provisional: z.boolean().meta({ description: '依据的放假安排尚未公布 / Rests on an unpublished calendar' }),
  calendar: z.string().max(40).meta({ description: '日历版本 / Version of the calendar' }),
  custody: z.boolean().optional(),
  fixedDate: localDate.optional(),
  fixedLength: lengthOfTime.optional(),
  extensions: listOf(
    z.strictObject({ length: lengthOfTime, recordedOn: localDate, by: personId.optional() }),
    20,
  )
    .optional()
    .meta({ description: '已批准的延长 / Extensions granted' }),
  exclusions: listOf(span, 50).optional().meta({ description: '不计入的期间 / Days that do not count' }),
  suspensions: listOf(span, 50).optional().meta({ description: '中止的期间 / Days of suspension' }),
});
export type StartedClockField = z.output<typeof startedClock>;

/** A clock that ended because what it waited for has happened. */
export const metClock = z.strictObject({ clock: clockId, subject: clockSubject });
export type MetClockField = z.output<typeof metClock>;

/** A clock that ended unanswered because something else took over: another clock, or the event named. */
export const replacedClock = z.strictObject({
  clock: clockId,
  subject: clockSubject,
  by: z.string().max(60).meta({ description: '取代它的期限或事件 / Clock or event that took over' }),
});
export type ReplacedClockField = z.output<typeof replacedClock>;

/** The clock fields every event may carry: what it started, what it ended, what it overtook. */
export const clockFields = {
  clocks: listOf(startedClock, 60)
    .optional()
    .meta({ description: '本事件启动的期限 / Clocks this event started' }),
  clocksMet: listOf(metClock, 60)
    .optional()
    .meta({ description: '本事件了结的期限 / Clocks this event ended' }),
  clocksReplaced: listOf(replacedClock, 60)
    .optional()
    .meta({ description: '因本事件不再计算的期限 / Clocks that no longer run because of this event' }),
};

import { addDays, isLocalDate } from '@jiandu/clocks';
import type { Instant, Recorded } from '@jiandu/eventing';
import { z } from 'zod';

/** A point in the life of the record: a place in the log, or a time of recording. */
export type Moment =
  | { readonly position: number }
  /** Events recorded at this instant are in. */
  | { readonly instant: Instant };

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|\+08:00)$/;
/** The last instant of a day in Asia/Shanghai, in UTC. */
const END_OF_DAY = 'T15:59:59.999Z';
const SHANGHAI_HOURS = 8;

/** UTC instant of a written one; undefined for a day or hour that does not exist. */
function utc(text: string): Instant | undefined {
  const [, day = '', hour = '', minute = '', second = '00', fraction = '', zone] = INSTANT.exec(text) ?? [];
  if (zone === undefined || !isLocalDate(day)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const hours = Number(hour) - (zone === 'Z' ? 0 : SHANGHAI_HOURS);
  const date = hours < 0 ? addDays(day, -1) : day;
  const clock = String((hours + 24) % 24).padStart(2, '0');
  return `${date}T${clock}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`;
}

/** Reads a moment as people write it: a position, a day of Shanghai (its end), or an instant. */
export function momentOf(text: string): Moment | undefined {
  if (/^\d{1,15}$/.test(text)) return { position: Number(text) };
  if (isLocalDate(text)) return { instant: `${text}${END_OF_DAY}` };
  const instant = utc(text);
  return instant === undefined ? undefined : { instant };
}

/** Whether an event was on record at a moment. */
export function wasRecorded(moment: Moment, { position, metadata }: Recorded): boolean {
  return 'position' in moment ? position <= moment.position : metadata.recordedAt <= moment.instant;
}

/** A moment as a parameter of a query. */
export const momentText = z
  .string()
  .refine((text) => momentOf(text) !== undefined, {
    error: '应为位置、日期或者时刻（2025-04-11T09:00:00+08:00） / Expected a position, a day or an instant',
  })
  .meta({
    description: '位置、日期（当日终了）或者时刻 / Position, day (its end) or instant',
    examples: ['2025-04-11'],
  });

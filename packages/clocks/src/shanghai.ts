import { addDays, isLocalDate, type LocalDate } from './local-date.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Minutes by which Asia/Shanghai is ahead of UTC, without summer time since 1991. */
const SHANGHAI_AHEAD = 8 * 60;
const MINUTES_A_DAY = 24 * 60;

/**
 * The legal date of an instant: its date in Asia/Shanghai. 2025-03-02T16:00:00Z is already 2025-03-03 there.
 * Takes an ISO 8601 instant with `Z` or an offset; throws RangeError for anything else.
 */
export function localDateOf(instantIso: string): LocalDate {
  const match = INSTANT.exec(instantIso);
  const [date, hour, minute] = [match?.[1] ?? '', Number(match?.[2]), Number(match?.[3])];
  const [second, offsetHour, offsetMinute] = [match?.[4], match?.[6], match?.[7]].map((n) => Number(n ?? 0));
  if (!match || !isLocalDate(date) || hour > 23 || minute > 59 || (second ?? 0) > 59) {
    throw new RangeError(`not an instant: ${instantIso}`);
  }
  const offset = (match[5] === '-' ? -1 : 1) * ((offsetHour ?? 0) * 60 + (offsetMinute ?? 0));
  return addDays(date, Math.floor((hour * 60 + minute - offset + SHANGHAI_AHEAD) / MINUTES_A_DAY));
}

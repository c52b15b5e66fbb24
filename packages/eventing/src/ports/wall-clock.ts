import type { Instant, LocalDate } from './event.ts';

/** What time it is; a controllable one exists for demonstration and tests only. */
export interface WallClock {
  now(): Instant;
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The Asia/Shanghai date of an instant (UTC+8, no daylight saving since 1991). */
export function shanghaiDate(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

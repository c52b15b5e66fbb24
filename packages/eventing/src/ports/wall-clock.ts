import type { Instant, LocalDate } from './event.ts';

/** What time it is; a controllable one exists for demonstration and tests only. */
export interface WallClock {
  now(): Instant;
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

let knownHour = '';
let knownDate: LocalDate = '';

/** The Asia/Shanghai date of an instant (UTC+8, no daylight saving since 1991). */
export function shanghaiDate(instant: Instant): LocalDate {
  // The offset is whole hours, so all instants of an hour have one date: asked many times for each command.
  const hour = instant.slice(0, 13);
  if (hour !== knownHour || !instant.endsWith('Z')) {
    knownDate = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
    knownHour = instant.endsWith('Z') ? hour : '';
  }
  return knownDate;
}

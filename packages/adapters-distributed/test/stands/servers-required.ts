import type { StandToTry } from './stand.ts';

/**
 * Whether an engine that cannot be had is a failure: the build machine sets `REQUIRE_SERVERS=on`, so that no silent hole
 * opens there. Engines that only a running server or Docker can give stay a skip.
 */
export function serversRequired({ local }: StandToTry): boolean {
  return local && process.env['REQUIRE_SERVERS'] === 'on';
}

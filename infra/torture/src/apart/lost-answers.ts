import type { FaultCounts, FaultToArm } from '@jiandu/local-servers/eventstoredb-double';
import { pause } from '../pause.ts';
import type { ApartHouse } from './apart-house.ts';

const FAULTS: readonly FaultToArm[] = [
  { fault: 'drop-after-append', share: 0.05, seed: 7 },
  { fault: 'refuse', operations: ['append', 'read'], share: 0.05, seed: 8 },
  { fault: 'delay', operations: ['append'], share: 0.05, seed: 9, ms: 300 },
  { fault: 'not-leader', operations: ['append'], share: 0.02, seed: 10 },
  { fault: 'drop-subscription', share: 0.3, seed: 11 },
];

/** Names of the faults that a record of its own mind shows. */
export const RECORD_FAULTS = FAULTS.map(({ fault }) => fault);

/** For a while the record loses answers after it has appended, refuses, delays, names another leader and drops subscriptions. */
export async function confuseTheRecord({ house }: ApartHouse, ms: number): Promise<FaultCounts> {
  const { control } = house.servers.eventstore;
  for (const fault of FAULTS) await control.arm(fault);
  await pause(ms);
  const counts = await control.counts();
  await control.clear();
  return counts;
}

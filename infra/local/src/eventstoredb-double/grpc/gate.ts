import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from '../faults/fault.ts';
import { notLeader, type Refusal, refusedByFault } from './refusals.ts';
import type { DoubleState } from './state.ts';

/** Every call passes here first: it may be refused, sent to another leader, or kept waiting. */
export async function passGate(
  { faults, port }: DoubleState,
  operation: Operation,
): Promise<Refusal | undefined> {
  if (faults.strikes('refuse', operation)) return refusedByFault();
  const stale = faults.strikes('not-leader', operation);
  if (stale) return notLeader(stale.leader ?? { host: '127.0.0.1', port });
  const delayed = faults.strikes('delay', operation);
  if (delayed) await pause(delayed.ms ?? 100);
  return undefined;
}

import type { PartyNotifiedNoted } from '@jiandu/contracts';
import type { Disposal } from './state.ts';

/**
 * Whether a party was told what came of the matter: of more than its acceptance, on or after the day of the last
 * decision (S2 §552, §561).
 */
export function toldTheOutcome(
  { decisions, filedOn }: Disposal,
  { about, notifiedOn }: Pick<PartyNotifiedNoted['data'], 'about' | 'notifiedOn'>,
): boolean {
  return about !== 'acceptance' && notifiedOn >= (decisions.at(-1)?.on ?? filedOn);
}

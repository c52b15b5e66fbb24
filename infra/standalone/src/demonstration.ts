import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationMatters, playTogether, workedMatters } from '@jiandu/worked-matters';
import type { House } from './house.ts';
import { inProcess } from './in-process.ts';

/** The evening before the first worked matter begins. */
export const DEMONSTRATION_BEGINS = '2025-02-28T10:00:00.000Z';

function marker(data: string): string {
  return join(data, 'demonstration-loaded');
}

/** Whether a data directory holds the demonstration's matters already. */
export function demonstrationLoaded(data: string): boolean {
  return existsSync(marker(data));
}

/**
 * Plays the worked matters and those of the demonstration into the house, each act by its person on its day, and lets the clock
 * run again. Broken off, it goes on at the next start: every act has its Idempotency-Key.
 */
export async function loadDemonstration(house: House, data: string, today: string): Promise<number> {
  const matters = [...workedMatters, ...demonstrationMatters(today)];
  const played = await playTogether(matters, inProcess(house.app));
  const differences = played.flatMap((each) => each.differences);
  const refusal = house.clock?.release();
  if (refusal !== undefined) throw new Error(`the clock could not be released: ${refusal.code}`);
  if (differences.length > 0)
    throw new Error(`the demonstration did not come out as written:\n${differences.join('\n')}`);
  writeFileSync(marker(data), `${today}\n`);
  return played.length;
}

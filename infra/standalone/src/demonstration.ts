import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore } from '@jiandu/adapters-embedded';
import { demonstrationMatters, playTogether, workedMatters } from '@jiandu/worked-matters';
import { dataDirectory } from './data-directory.ts';
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

/** Stands in a directory that was empty when the loading began, until it is done: all that is there came from the loading. */
function unfinished(data: string): string {
  return join(data, 'demonstration-unfinished');
}

/**
 * To be called before the house is opened for loading. What a loading that was broken off left behind is thrown away: acts that
 * must be refused on their day could not be told from acts given again later. Nobody else can have written: the house listens
 * only when the loading is done. A directory that held something before stays as it is.
 * @throws DirectoryInUse when another process works in the directory
 */
export async function prepareLoading(data: string): Promise<void> {
  const { log, views, policies, keys } = dataDirectory(data);
  if (existsSync(unfinished(data))) {
    // Opening it proves that nobody is loading there at this moment.
    await openEventStore({ file: log }).close();
    for (const file of [log, views, policies])
      for (const part of ['', '-wal', '-shm', '-streams', '.lock']) rmSync(`${file}${part}`, { force: true });
    rmSync(keys, { recursive: true, force: true });
  }
  if (!existsSync(log)) writeFileSync(unfinished(data), '');
}

/** Plays the worked matters and those of the demonstration into the house, each act by its person on its day, and lets the clock run again. */
export async function loadDemonstration(house: House, data: string, today: string): Promise<number> {
  const matters = [...workedMatters, ...demonstrationMatters(today)];
  const played = await playTogether(matters, inProcess(house.app));
  const differences = played.flatMap((each) => each.differences);
  const refusal = house.clock?.release();
  if (refusal !== undefined) throw new Error(`the clock could not be released: ${refusal.code}`);
  if (differences.length > 0)
    throw new Error(`the demonstration did not come out as written:\n${differences.join('\n')}`);
  writeFileSync(marker(data), `${today}\n`);
  rmSync(unfinished(data), { force: true });
  return played.length;
}

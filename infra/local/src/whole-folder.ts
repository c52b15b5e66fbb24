import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { downloads } from './running-server.ts';

/** Unfinished folders older than this belong to nobody any more. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Where a download lies, there or not; a folder by this name is always whole. */
export function wholeFolder(name: string): string {
  return join(downloads(), name);
}

/**
 * Makes a folder among the downloads, beside its place, and moves it there in one step when it is whole: a broken download leaves
 * nothing, and of two processes that do it at once either may win. `make` is given an empty folder and answers which folder to
 * move. Rejects with whatever `make` does.
 */
export async function makeWhole(name: string, make: (empty: string) => Promise<string>): Promise<void> {
  await mkdir(downloads(), { recursive: true });
  await removeAbandoned(name);
  const unfinished = await mkdtemp(join(downloads(), partOf(name)));
  try {
    await putInPlace(await make(unfinished), wholeFolder(name));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function partOf(name: string): string {
  return `.${name}.part-`;
}

/** Whoever comes second finds the place taken and uses what is there. */
async function putInPlace(made: string, place: string): Promise<void> {
  try {
    await rename(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

async function removeAbandoned(name: string): Promise<void> {
  for (const each of await readdir(downloads())) {
    if (!each.startsWith(partOf(name))) continue;
    const path = join(downloads(), each);
    const begun = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - begun > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

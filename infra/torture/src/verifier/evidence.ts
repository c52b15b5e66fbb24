import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a dead house left behind, copied: looking at it recovers files, and recovery is the house's own duty. */
export interface Evidence {
  readonly log: string;
  readonly views: string;
  readonly keys: string;
}

const FILES = ['log.db', 'log.db-wal', 'log.db-streams', 'log.db-streams-wal', 'views.db', 'views.db-wal', 'keys'];

/** Copies what lies in a data directory; only while no house works on it. */
export function secureEvidence(data: string, place: string): Evidence {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const file of FILES) {
    const from = join(data, file);
    if (existsSync(from)) cpSync(from, join(place, file), { recursive: true });
  }
  return { log: join(place, 'log.db'), views: join(place, 'views.db'), keys: join(place, 'keys') };
}

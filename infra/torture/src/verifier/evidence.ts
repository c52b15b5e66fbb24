import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a dead house left behind, copied: looking at it recovers files, and recovery is the house's own duty. */
export interface Evidence {
  readonly log: string;
  readonly views: string;
  readonly policies: string;
  readonly keys: string;
}

const DATABASES = ['log.db', 'log.db-streams', 'views.db', 'policies.db'];
const LEFT_BEHIND = [...DATABASES.flatMap((name) => [name, `${name}-wal`]), 'keys'];

/** Copies what lies in a data directory; only while no house works on it. */
export function secureEvidence(data: string, place: string): Evidence {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const file of LEFT_BEHIND) {
    const from = join(data, file);
    if (existsSync(from)) cpSync(from, join(place, file), { recursive: true });
  }
  return {
    log: join(place, 'log.db'),
    views: join(place, 'views.db'),
    policies: join(place, 'policies.db'),
    keys: join(place, 'keys'),
  };
}

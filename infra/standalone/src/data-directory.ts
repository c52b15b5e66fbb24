import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where things lie in a data directory. The keys have a directory of their own, so that it can be backed up apart, or not at all. */
export interface DataDirectory {
  readonly root: string;
  /** The record; everything else but the keys can be rebuilt from it. */
  readonly log: string;
  readonly views: string;
  /** How far the policies have come, and what they had to park. */
  readonly policies: string;
  readonly keys: string;
}

/** Makes the directory when it is not there. */
export function dataDirectory(root: string): DataDirectory {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  return {
    root,
    log: join(root, 'log.db'),
    views: join(root, 'views.db'),
    policies: join(root, 'policies.db'),
    keys: join(root, 'keys'),
  };
}

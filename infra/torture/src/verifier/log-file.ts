import { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@jiandu/eventing';

/** An event as it lies in the file, with the position that it names as the one before it in its stream. */
export interface LogRow extends Recorded {
  readonly previous: number;
}

/**
 * Reads a log's file with nothing of the house's own code: what is judged may not be the judge. The file must be a copy, since
 * opening it recovers its write-ahead log.
 * @throws Error when SQLite finds the file damaged
 */
export function readLogFile(file: string): readonly LogRow[] {
  const db = new DatabaseSync(file);
  try {
    assertSound(db, file);
    const rows = db
      .prepare('SELECT position, stream, revision, previous, body FROM events ORDER BY position')
      .all();
    return rows.map((row) => ({
      ...(JSON.parse(String(row['body'])) as Recorded),
      position: Number(row['position']),
      stream: String(row['stream']),
      revision: Number(row['revision']),
      previous: Number(row['previous']),
    }));
  } finally {
    db.close();
  }
}

function assertSound(db: DatabaseSync, file: string): void {
  const verdict = db.prepare('PRAGMA quick_check').get()?.['quick_check'];
  if (verdict !== 'ok') throw new Error(`${file} is damaged: ${String(verdict)}`);
}

import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A held lock; the operating system gives it back when the process ends, however it ends. */
export interface Lock {
  release(): void;
}

/** Another process, or another store of this one, works on the same file. */
export class DirectoryInUse extends Error {
  readonly code = 'store.directory-in-use';

  constructor(directory: string, file: string, holder: string) {
    super(
      `Data directory ${directory} is in use by ${holder} (${file}); one process at a time may write to it`,
    );
    this.name = 'DirectoryInUse';
  }
}

/**
 * Takes the right to write `file`. The lock is SQLite's own (an fcntl lock on `<file>.lock`): a killed process leaves
 * none behind, and a second store in the same process is refused as well.
 * @throws DirectoryInUse
 */
export function takeLock(file: string): Lock {
  const lockFile = `${file}.lock`;
  const db = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    chmodSync(lockFile, 0o600);
    db.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL); DELETE FROM holder');
    db.prepare('INSERT INTO holder VALUES (?)').run(process.pid);
    // Readers may see the pid only once it is committed; the lock itself is the transaction that follows.
    db.exec('COMMIT; BEGIN IMMEDIATE');
  } catch {
    const holder = holderOf(db);
    db.close();
    throw new DirectoryInUse(dirname(file), file, holder);
  }
  return { release: () => db.close() };
}

function holderOf(db: DatabaseSync): string {
  try {
    return `process ${String(db.prepare('SELECT pid FROM holder').get()?.['pid'])}`;
  } catch {
    return 'another process';
  }
}

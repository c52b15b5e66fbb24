import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { locationOf, type Place } from './place.ts';

const SCHEMA_VERSION = 1;

/** 8 MiB, whatever the log's size (SQLite counts negative values in KiB). */
const CACHE_KIB = 8 * 1024;

/** Pages of write-ahead log before they are moved into the database; more means longer pauses, fewer of them. */
const CHECKPOINT_PAGES = { log: 1000, index: 8000 };

const LOG_TABLES = `
  CREATE TABLE IF NOT EXISTS categories (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    category INTEGER NOT NULL,
    unplaced INTEGER NOT NULL,
    body TEXT NOT NULL
  );
`;

const INDEX_TABLES = `
  CREATE TABLE IF NOT EXISTS heads (hash INTEGER PRIMARY KEY, position INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS homonyms (stream TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS unplaced (id TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS reach (position INTEGER NOT NULL, id TEXT NOT NULL);
  INSERT INTO reach SELECT 0, '' WHERE NOT EXISTS (SELECT 1 FROM reach);
`;

/** Opens the log for writing: acknowledged means on disk (`synchronous = FULL`). */
export function openLogDatabase(place: Place): DatabaseSync {
  const db = new DatabaseSync(locationOf(place), { timeout: 5000 });
  db.exec(settings('FULL', CHECKPOINT_PAGES.log));
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > SCHEMA_VERSION) {
    db.close();
    throw new Error(`${locationOf(place)} was written by a newer release (schema ${version})`);
  }
  db.exec(`${LOG_TABLES} PRAGMA user_version = ${SCHEMA_VERSION}`);
  return db;
}

/** Opens the log beside its writer, to read only. */
export function openLogReadOnly(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  return db;
}

/** Opens the index beside its writer, to read only; nothing when there is none. */
export function openIndexReadOnly(file: string): DatabaseSync | undefined {
  const location = indexFileOf(file);
  return existsSync(location) ? new DatabaseSync(location, { readOnly: true, timeout: 5000 }) : undefined;
}

/** The index of a log's file. */
function indexFileOf(file: string): string {
  return `${file}-streams`;
}

/** Opens the index of streams; one that cannot be read is made anew, the log has all that was in it. */
export function openIndexDatabase(place: Place): DatabaseSync {
  const location = 'file' in place ? indexFileOf(place.file) : ':memory:';
  try {
    return prepareIndex(location);
  } catch {
    for (const part of ['', '-wal', '-shm']) rmSync(location + part, { force: true });
    return prepareIndex(location);
  }
}

function prepareIndex(location: string): DatabaseSync {
  const db = new DatabaseSync(location, { timeout: 5000 });
  try {
    db.exec(settings('NORMAL', CHECKPOINT_PAGES.index) + INDEX_TABLES);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function settings(synchronous: 'FULL' | 'NORMAL', checkpointPages: number): string {
  return `
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${synchronous};
    PRAGMA cache_size = -${CACHE_KIB};
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    PRAGMA journal_size_limit = ${64 * 1024 * 1024};
  `;
}

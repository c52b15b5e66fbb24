import type { Appended, EventStore, ExpectedRevision, NewEvent, StreamId } from '@jiandu/eventing';
import { takeLock } from './directory-lock.ts';
import { EventLog } from './event-log.ts';
import { GroupCommit, type GroupReport } from './group-commit.ts';
import { LogConnection } from './log-connection.ts';
import { LogReading } from './log-reading.ts';
import { LogTail } from './log-tail.ts';
import type { Place } from './place.ts';
import { openIndexDatabase, openLogDatabase } from './schema.ts';
import { StreamIndex } from './stream-index.ts';

export type EventStoreOptions = Place & {
  /** Told after each group is on disk. */
  readonly onGroup?: (report: GroupReport) => void;
};

/**
 * Opens the log for writing. `append` resolves after the fsync of its group; `memory` keeps every promise but this.
 * @throws DirectoryInUse when another store writes to the same file
 */
export function openEventStore(options: EventStoreOptions): EventStore {
  const lock = 'file' in options ? takeLock(options.file) : undefined;
  try {
    return writingStore(new LogConnection(() => openLog(options), 'file' in options), options.onGroup, () =>
      lock?.release(),
    );
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openLog(place: Place): EventLog {
  return new EventLog(openLogDatabase(place), new StreamIndex(openIndexDatabase(place)));
}

function writingStore(
  connection: LogConnection,
  onGroup: EventStoreOptions['onGroup'],
  release: () => void,
): EventStore {
  const tail = new LogTail();
  const commit = new GroupCommit(connection, tail, (report) => {
    onGroup?.(report);
    if (report.events > 0) reading.changed();
  });
  const reading = new LogReading(connection, tail, () => commit.head);
  let closing: Promise<void> | undefined;
  let closed = false;

  const close = async (): Promise<void> => {
    await reading.close();
    closed = true;
    commit.flush();
    connection.log.writeIndex();
    connection.close();
    release();
  };

  return {
    append: async (
      stream: StreamId,
      events: readonly NewEvent[],
      expected: ExpectedRevision,
    ): Promise<Appended> => {
      if (closed) throw new Error('The event store is closed');
      return commit.append(stream, events, expected);
    },
    readStream: (stream, options) => reading.readStream(stream, options),
    readAll: (after, limit, filter) => reading.readAll(after, limit, filter),
    head: async () => commit.head,
    subscribe: (after, filter, deliver) => reading.subscribe(after, filter, deliver),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

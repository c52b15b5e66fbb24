import type { EventStore } from '@jiandu/eventing';
import { EventLog } from './event-log.ts';
import { LogConnection } from './log-connection.ts';
import { LogReading } from './log-reading.ts';
import { LogTail, MAX_ENTRIES } from './log-tail.ts';
import { openIndexDatabase, openIndexReadOnly, openLogReadOnly } from './schema.ts';
import { StreamIndex } from './stream-index.ts';

/** A log that another thread or process writes. */
export interface FollowingStore extends EventStore {
  /** Looks for new events now, not at the next poll: the writer said there are some. */
  appendedElsewhere(): void;
}

export interface FollowingOptions {
  readonly file: string;
  /** Milliseconds between looks at the log, 50 unless told; 0 for none but `appendedElsewhere`. */
  readonly pollEvery?: number;
}

/**
 * Opens a log to read only, beside the one store that writes it: for verifying tools, exports and readers in other
 * threads. It takes no lock and `append` is refused by a rejection.
 */
export function followEventStore({ file, pollEvery = 50 }: FollowingOptions): FollowingStore {
  const connection = new LogConnection(() => openBeside(file), true);
  let head = connection.log.head();
  const tail = new LogTail();
  const reading = new LogReading(connection, tail, () => head);
  const look = (): void => {
    const now = connection.log.head();
    if (now === head) return;
    connection.log.levelIndex();
    if (now - head > MAX_ENTRIES) tail.forget();
    else tail.push(connection.log.entries(head, now));
    head = now;
    reading.changed();
  };
  const timer = pollEvery > 0 ? setInterval(look, pollEvery) : undefined;
  timer?.unref();
  return {
    append: async () => {
      throw new Error(`${file} is open to read only`);
    },
    readStream: (stream, options) => reading.readStream(stream, options),
    readAll: (after, limit, filter) => {
      look();
      return reading.readAll(after, limit, filter);
    },
    head: async () => {
      look();
      return head;
    },
    subscribe: (after, filter, deliver) => reading.subscribe(after, filter, deliver),
    appendedElsewhere: look,
    close: async () => {
      clearInterval(timer);
      await reading.close();
      connection.close();
    },
  };
}

function openBeside(file: string): EventLog {
  const log = openLogReadOnly(file);
  const index = openIndexReadOnly(file);
  // A copy of the log alone gets an index in memory.
  if (index === undefined) return new EventLog(log, new StreamIndex(openIndexDatabase({ memory: true })));
  return new EventLog(log, new StreamIndex(index), 'reads-index');
}

import type { EventStore, Position } from '@jiandu/eventing';
import { again } from './again.ts';
import { Appending } from './appending.ts';
import { Connection } from './connection.ts';
import { connectionSettings, type ServerAddress } from './connection-settings.ts';
import { LiveTail } from './live-tail.ts';
import { LogReading } from './log-reading.ts';
import { checkServer } from './server-check.ts';
import { readStreamOnce } from './stream-reading.ts';
import { TailSubscription } from './subscription.ts';
import { TailFeed } from './tail-feed.ts';

export interface EventStoreDbOptions extends ServerAddress {
  /** Whether a test double will do; production says no. */
  readonly allowDouble: boolean;
  readonly patience?: {
    /** Milliseconds to wait for the server when opening; 60 000 unless told. */
    readonly openMs?: number;
    /** Milliseconds in which an append or a read is tried again before it is given up; 10 000 unless told. */
    readonly callMs?: number;
  };
}

const OPEN_MS = 60_000;
const CALL_MS = 10_000;
/** One try may take so long: the server itself gives an append up after 2 seconds. */
const ANSWER_MS = 5_000;

/**
 * Opens the record on EventStoreDB 23 or newer, or KurrentDB. Waits for the server to be there.
 *
 * `append` resolves when the server has the events on disk, in a cluster on that of most members. A position is the commit
 * position of an event. Calls reject with `EventStoreUnavailable` (`retryable`) while the server is away.
 * @throws Error when the server cannot be used, with the reason
 * @throws TestDoubleRefused for a double that nobody allowed
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStore> {
  const { allowDouble, patience } = options;
  const callMs = patience?.callMs ?? CALL_MS;
  const connection = new Connection(connectionSettings(options), Math.min(ANSWER_MS, callMs / 2));
  const reading = new LogReading(connection);
  try {
    await checkServer(connection, reading, { allowDouble, withinMs: patience?.openMs ?? OPEN_MS });
  } catch (error) {
    await connection.close();
    throw error;
  }
  return storeOn(connection, reading, callMs);
}

function storeOn(connection: Connection, reading: LogReading, callMs: number): EventStore {
  const appending = new Appending(connection, callMs);
  const tail = new LiveTail();
  const feed = new TailFeed(connection, reading, tail);
  const subscriptions = new Set<TailSubscription>();
  let acknowledged: Position = 0;
  let closing: Promise<void> | undefined;

  const mustBeOpen = (): void => {
    if (closing !== undefined) throw new Error('The event store is closed');
  };
  const close = async (): Promise<void> => {
    // The last deliveries may still read and append.
    await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
    await feed.stop();
    await appending.close();
    await connection.close();
  };

  return {
    append: async (stream, events, expected) => {
      const appended = await appending.append(stream, events, expected);
      if (appended.ok) acknowledged = Math.max(acknowledged, appended.position);
      return appended;
    },
    readStream: async (stream, options) => {
      const events = await again(callMs, () => readStreamOnce(connection, stream, options));
      return events.flatMap(({ event }) => event ?? []);
    },
    readAll: (after, limit, filter = {}) => again(callMs, () => reading.stretch(after, limit, filter)),
    head: async () => Math.max(acknowledged, await again(callMs, () => reading.head())),
    subscribe: (after, filter, deliver) => {
      mustBeOpen();
      feed.start();
      const subscription = new TailSubscription({ reading, tail }, after, filter, deliver);
      subscriptions.add(subscription);
      void subscription.ended.then(() => subscriptions.delete(subscription));
      return subscription;
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

import { join } from 'node:path';
import type { RunningServer, Say } from '@jiandu/local-servers';
import { startEventStoreDouble } from '@jiandu/local-servers/eventstoredb-double';
import { startKafka } from '@jiandu/local-servers/kafka';
import { startMongoServer } from '@jiandu/local-servers/mongodb';

/** The engines of one house, on this machine. */
export interface Servers {
  readonly eventstore: Awaited<ReturnType<typeof startEventStoreDouble>>;
  readonly kafka: Awaited<ReturnType<typeof startKafka>>;
  readonly mongo: Awaited<ReturnType<typeof startMongoServer>>;
  /** Every process, for showing and ending them. */
  readonly all: readonly RunningServer[];
  stop(): Promise<void>;
}

export interface ServersWanted {
  /** Where their data and logs go. */
  readonly directory: string;
  /** Brokers of Kafka; 1 unless told. */
  readonly brokers?: 1 | 3;
  /** Whether what is not there yet may be downloaded; otherwise it is missing. */
  readonly download?: boolean;
  readonly say: Say;
}

/** Starts the three engines side by side, downloading what is not there yet; when one cannot start, none is left running. */
export async function startServers(wanted: ServersWanted): Promise<Servers> {
  const { directory, brokers = 1, download = true, say } = wanted;
  const at = (name: string) => join(directory, name);
  const started = await Promise.allSettled([
    startEventStoreDouble({ directory: at('eventstoredb'), say }),
    startKafka({ directory: at('kafka'), brokers, download, say }),
    startMongoServer({ directory: at('mongodb'), download, say }),
  ]);
  const [eventstore, kafka, mongo] = started;
  if (eventstore.status === 'fulfilled' && kafka.status === 'fulfilled' && mongo.status === 'fulfilled') {
    const all = [eventstore.value, ...kafka.value.servers, mongo.value];
    return {
      eventstore: eventstore.value,
      kafka: kafka.value,
      mongo: mongo.value,
      all,
      stop: () => stopAll(all),
    };
  }
  const running = [
    ...(eventstore.status === 'fulfilled' ? [eventstore.value] : []),
    ...(kafka.status === 'fulfilled' ? kafka.value.servers : []),
    ...(mongo.status === 'fulfilled' ? [mongo.value] : []),
  ];
  await stopAll(running);
  throw started.find((each) => each.status === 'rejected')?.reason;
}

async function stopAll(servers: readonly RunningServer[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}

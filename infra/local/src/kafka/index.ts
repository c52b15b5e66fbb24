import { type RunningServer, type Say, ServerMissing } from '../running-server.ts';
import { startBroker } from './broker.ts';
import { fetchKafka, insistOnJava, isKafkaHere, kafkaFolder } from './download.ts';
import { installationIn } from './installation.ts';
import { KAFKA_VERSION } from './version.ts';

export { fetchKafka } from './download.ts';

export interface KafkaWanted {
  /** Where data, ports and logs are kept; a later start on it goes on with the same cluster. */
  readonly directory: string;
  /** 1 unless told. Of three, each partition is on all and two acknowledge. */
  readonly brokers?: 1 | 3;
  readonly say: Say;
  /** Whether to fetch what is not there; yes unless told. */
  readonly download?: boolean;
}

/** Real Kafka (KRaft, without ZooKeeper) on loopback. */
export interface RunningKafka {
  readonly version: string;
  /** Addresses for clients, `127.0.0.1:port`. */
  readonly brokers: readonly string[];
  /** Each broker by itself, for killing and restarting. */
  readonly servers: readonly RunningServer[];
  stop(): Promise<void>;
}

/**
 * Starts Kafka and resolves when all brokers answer; when one cannot start, none is left running. Rejects with `ServerMissing`
 * where there is no Java, or Kafka can or may not be fetched.
 */
export async function startKafka({
  directory,
  brokers = 1,
  say,
  download = true,
}: KafkaWanted): Promise<RunningKafka> {
  const jars = await jarsOfKafka(say, download);
  const installation = await installationIn(directory, brokers);
  const starting = installation.ports.map((_, index) =>
    startBroker({ index, installation, directory, jars }),
  );
  const started = await Promise.allSettled(starting);
  const servers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await stopAll(servers);
    throw failed.reason;
  }
  return {
    version: KAFKA_VERSION,
    brokers: installation.ports.map((ports) => `127.0.0.1:${ports.broker}`),
    servers,
    stop: () => stopAll(servers),
  };
}

async function jarsOfKafka(say: Say, download: boolean): Promise<string> {
  if (download) return fetchKafka(say);
  await insistOnJava();
  if (!isKafkaHere())
    throw new ServerMissing(
      `Apache Kafka ${KAFKA_VERSION} has not been downloaded yet; \`npm run servers\` fetches it`,
    );
  return kafkaFolder();
}

async function stopAll(servers: readonly RunningServer[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}

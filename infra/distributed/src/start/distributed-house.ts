import { addressSetting, type Mode, serviceNames } from '@jiandu/host';
import { freePort, type Say } from '@jiandu/local-servers';
import { type HouseProcess, startHouseProcess } from './house-process.ts';
import { demonstrationSecrets } from './secrets.ts';
import { type Servers, startServers } from './servers.ts';

export interface HouseWanted {
  /** Where data, keys and logs go. */
  readonly directory: string;
  readonly mode: Exclude<Mode, 'production'>;
  /** Port of the gateway; a free one unless told. */
  readonly port?: number;
  readonly brokers?: 1 | 3;
  /** Whether servers that are not there yet may be downloaded; they may unless told. */
  readonly download?: boolean;
  /** Settings beside those that follow from the servers. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Settings of one service beside those of all, by its name. */
  readonly settingsOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly say?: Say;
}

/** The whole house as processes of this machine. */
export interface DistributedHouse {
  /** The one public address. */
  readonly url: string;
  readonly gateway: HouseProcess;
  readonly services: ReadonlyMap<string, HouseProcess>;
  readonly servers: Servers;
  /** Settings that a process of this house starts with. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts the engines, then the services, then the gateway; when one cannot start, nothing is left running. */
export async function startDistributedHouse(wanted: HouseWanted): Promise<DistributedHouse> {
  const { directory, mode, say = () => undefined } = wanted;
  const servers = await startServers({
    directory,
    say,
    ...(wanted.brokers === undefined ? {} : { brokers: wanted.brokers }),
    ...(wanted.download === undefined ? {} : { download: wanted.download }),
  });
  for (const { name, port, logFile } of servers.all) say(`✓ ${name}  127.0.0.1:${port}  ${logFile}`);
  const running: HouseProcess[] = [];
  const stop = async () => {
    for (const each of [...running].reverse()) if (each.service === 'gateway') await each.stop();
    await Promise.all(running.map((each) => each.stop()));
    await servers.stop();
  };
  try {
    const settings = await settingsOf(wanted, servers);
    const begin = async (service: string, port: number, own: Readonly<Record<string, string>>) => {
      const started = await startHouseProcess({
        service,
        port,
        directory,
        settings: { ...own, ...wanted.settingsOf?.[service] },
      });
      running.push(started);
      say(`✓ ${service}  ${started.url}/health/ready  ${started.logFile}`);
      return started;
    };
    const ports = new Map<string, number>();
    for (const service of serviceNames) ports.set(service, await freePort());
    // The registry first: it sets an empty house up, and the others look people up in what it wrote.
    await begin('registry', ports.get('registry') ?? 0, settings);
    await inTurnsOfTwo(serviceNames.slice(1), (service) => begin(service, ports.get(service) ?? 0, settings));
    const services = new Map(running.map((each) => [each.service, each]));
    const addresses = Object.fromEntries(
      serviceNames.map((service) => [addressSetting(service), services.get(service)?.url ?? '']),
    );
    const gateway = await begin('gateway', wanted.port ?? (await freePort()), {
      JIANDU_MODE: mode,
      ...wanted.settings,
      ...addresses,
    });
    return { url: gateway.url, gateway, services, servers, settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Node starts faster two at a time than five at once on a small machine. Of two, one that fails does not leave the other starting. */
async function inTurnsOfTwo<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += 2) {
    const begun = await Promise.allSettled(items.slice(from, from + 2).map(work));
    for (const each of begun) if (each.status === 'rejected') throw each.reason;
  }
}

async function settingsOf(wanted: HouseWanted, servers: Servers): Promise<Readonly<Record<string, string>>> {
  const secrets = await demonstrationSecrets(wanted.directory);
  return {
    JIANDU_MODE: wanted.mode,
    JIANDU_LOG_LEVEL: 'warn',
    JIANDU_EVENTSTORE_URL: servers.eventstore.url,
    JIANDU_KAFKA_BROKERS: servers.kafka.brokers.join(','),
    JIANDU_KAFKA_REPLICATION: String(Math.min(3, servers.kafka.brokers.length)),
    JIANDU_MONGO_URL: servers.mongo.url,
    JIANDU_MASTER_KEY_FILE: secrets.masterKey,
    JIANDU_SESSION_KEY_FILE: secrets.sessionKey,
    ...wanted.settings,
  };
}

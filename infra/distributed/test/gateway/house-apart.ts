import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, openKeyRing, openReadModels } from '@jiandu/adapters-embedded';
import type { EventStore, Tracer } from '@jiandu/eventing';
import {
  EngineWatch,
  generateSessionKey,
  openLog,
  readDistributedSettings,
  serviceNames,
} from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { bootstrap } from '@jiandu/standalone/bootstrap';
import { services } from '@jiandu/standalone/services';
import type { FastifyInstance } from 'fastify';
import { buildGateway } from '../../src/gateway/gateway.ts';
import { Closers } from '../../src/process/closers.ts';
import type { Engines } from '../../src/process/engines.ts';
import { type ServiceProcess, startServiceOn } from '../../src/process/service-on-engines.ts';
import { MemoryBroker } from './memory-broker.ts';

/** A service of the house apart, with its address while it runs. */
export interface ServiceApart {
  readonly name: string;
  readonly process: ServiceProcess;
  readonly address: string;
  readonly watch: EngineWatch;
  stop(): Promise<void>;
}

/** Six services that share nothing but record, broker and keys, and the gateway before them, all in this process. */
export interface HouseApart {
  readonly url: string;
  readonly gateway: FastifyInstance;
  readonly store: EventStore;
  readonly broker: MemoryBroker;
  readonly services: ReadonlyMap<string, ServiceApart>;
  /** Takes the broker away, or brings it back; resolves when every service has noticed. */
  setBroker(up: boolean): Promise<void>;
  /** Starts a service again where it listened before. */
  restart(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface HouseApartWanted {
  /** Day on whose morning the clocks stand. */
  readonly day?: string;
  /** Milliseconds that a message takes. */
  readonly delay?: () => number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Tells of the work of a service or the gateway. */
  readonly tracerOf?: (process: string) => Tracer;
}

export async function openHouseApart(wanted: HouseApartWanted = {}): Promise<HouseApart> {
  const { day = '2025-03-01', delay, tracerOf } = wanted;
  const traced = (process: string) => (tracerOf === undefined ? {} : { tracer: tracerOf(process) });
  const directory = mkdtempSync(join(tmpdir(), 'jiandu-gateway-'));
  const sessionKey = join(directory, 'session.jwk');
  writeFileSync(sessionKey, JSON.stringify(await generateSessionKey()));
  const store = openEventStore({ memory: true });
  const keys = openKeyRing({ directory: join(directory, 'keys'), masterKey: randomBytes(32) });
  const broker = new MemoryBroker(delay);
  const settingsOf = (service: string, port: number) =>
    readDistributedSettings(
      {
        JIANDU_MODE: 'test',
        JIANDU_SERVICE: service,
        JIANDU_PORT: String(port),
        JIANDU_LOG_LEVEL: 'silent',
        JIANDU_RATE_LIMIT: '0',
        JIANDU_DEMO_CLOCK: `${day}T01:30:00.000Z`,
        JIANDU_SESSION_KEY_FILE: sessionKey,
        JIANDU_MASTER_KEY_FILE: 'unused',
        JIANDU_EVENTSTORE_URL: 'esdb://unused:2113',
        JIANDU_KAFKA_BROKERS: 'unused:9092',
        JIANDU_MONGO_URL: 'mongodb://unused',
        ...wanted.settings,
      },
      [],
    ).settings;

  const start = async (name: string, port = 0): Promise<ServiceApart> => {
    const closers = new Closers();
    const log = openLog('silent');
    const readModels = closers.kept(openReadModels({ memory: true }));
    const watch = new EngineWatch([
      { name: 'eventstoredb', essential: true, probe: () => store.head() },
      { name: 'kafka', essential: false, probe: () => broker.ping() },
    ]);
    await watch.look();
    const engines: Engines = { record: store, broker, readModels, keys, watch };
    const process = await startServiceOn({
      settings: settingsOf(name, port),
      engines,
      log,
      closers,
      ...traced(name),
    });
    if (name === 'registry') await bootstrap(process.runtime, demoStaff);
    return { name, process, watch, address: await process.listen(), stop: () => process.close() };
  };

  const running = new Map<string, ServiceApart>();
  for (const name of serviceNames) running.set(name, await start(name));
  const gateway = await buildGateway({
    services,
    addressOf: (name) => running.get(name)?.address ?? '',
    mode: 'test',
    log: openLog('silent'),
    ...traced('gateway'),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    gateway,
    store,
    broker,
    services: running,
    setBroker: async (up) => {
      broker.up = up;
      await Promise.all([...running.values()].map(({ watch }) => watch.look()));
    },
    restart: async (name) => {
      const before = running.get(name);
      await before?.stop();
      running.set(name, await start(name, Number(new URL(before?.address ?? '').port)));
    },
    close: async () => {
      await gateway.close();
      for (const each of running.values()) await each.stop();
      await broker.close();
      await keys.close();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

import { readFileSync } from 'node:fs';
import { openEventStoreDb } from '@jiandu/adapters-distributed/eventstoredb';
import { openKafkaFeed } from '@jiandu/adapters-distributed/kafka';
import { openMongoKeyRing, openMongoReadModels } from '@jiandu/adapters-distributed/mongodb';
import type { EventFeed, EventStore, KeyRing, ReadModels } from '@jiandu/eventing';
import { type DistributedSettings, EngineWatch, type openLog } from '@jiandu/host';
import { readMasterKey } from '@jiandu/standalone/master-key';
import type { Closers } from './closers.ts';
import { feedCodec } from './feed-codec.ts';

type Log = ReturnType<typeof openLog>;

/** What a service stands on. */
export interface Engines {
  readonly record: EventStore;
  readonly broker: EventFeed;
  readonly readModels: ReadModels;
  readonly keys: KeyRing;
  readonly watch: EngineWatch;
}

/** Opens all of them; waits for the record and the read models, while the broker may come later. */
export async function openEngines(
  settings: DistributedSettings,
  log: Log,
  closers: Closers,
): Promise<Engines> {
  const record = closers.kept(await openRecord(settings));
  const readModels = closers.kept(await openViews(settings));
  const keys = closers.kept(await openKeys(settings));
  const broker = closers.kept(openBroker(settings, log));
  const watch = new EngineWatch(
    [
      { name: 'eventstoredb', essential: true, probe: () => record.head() },
      { name: 'kafka', essential: false, probe: () => broker.ping() },
      { name: 'mongodb', essential: false, probe: () => readModels.ping() },
    ],
    (engine, up) => log.warn({ engine }, up ? 'engine: back' : 'engine: away'),
  );
  closers.add(async () => watch.stop());
  await watch.start();
  return { record, broker, readModels, keys, watch };
}

/** User and password, when there are any; the password is the file's text without the line's end. */
function credentials(user: string | undefined, file: string | undefined) {
  if (user === undefined || file === undefined) return {};
  return { credentials: { username: user, password: readFileSync(file, 'utf8').trimEnd() } };
}

function authority(file: string | undefined) {
  return file === undefined ? {} : { tlsCaFile: file };
}

/** What a service's settings insist on; the schema has seen to it. */
function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is required for a service`);
  return value;
}

/** The record. A test double is refused in production. */
export function openRecord(settings: DistributedSettings) {
  return openEventStoreDb({
    url: required(settings.JIANDU_EVENTSTORE_URL, 'JIANDU_EVENTSTORE_URL'),
    allowDouble: settings.JIANDU_MODE !== 'production',
    ...credentials(settings.JIANDU_EVENTSTORE_USER, settings.JIANDU_EVENTSTORE_PASSWORD_FILE),
    ...authority(settings.JIANDU_EVENTSTORE_CA_FILE),
  });
}

/** The feed between services. */
function openBroker(settings: DistributedSettings, log: Log) {
  const mechanism = settings.JIANDU_KAFKA_SASL;
  const user = credentials(settings.JIANDU_KAFKA_USER, settings.JIANDU_KAFKA_PASSWORD_FILE).credentials;
  return openKafkaFeed({
    brokers: required(settings.JIANDU_KAFKA_BROKERS, 'JIANDU_KAFKA_BROKERS'),
    clientId: `jiandu-${settings.JIANDU_SERVICE}`,
    replication: settings.JIANDU_KAFKA_REPLICATION,
    codec: feedCodec,
    log,
    ...(settings.JIANDU_KAFKA_TLS === 'on' ? { tls: authority(settings.JIANDU_KAFKA_CA_FILE) } : {}),
    ...(mechanism === undefined || user === undefined ? {} : { sasl: { mechanism, credentials: user } }),
  });
}

function mongo(settings: DistributedSettings) {
  return {
    url: required(settings.JIANDU_MONGO_URL, 'JIANDU_MONGO_URL'),
    database: settings.JIANDU_MONGO_DATABASE,
    ...credentials(settings.JIANDU_MONGO_USER, settings.JIANDU_MONGO_PASSWORD_FILE),
    ...authority(settings.JIANDU_MONGO_CA_FILE),
  };
}

/** The views of the service that the settings name, and how far its policies and relays are. */
export function openViews(settings: DistributedSettings) {
  return openMongoReadModels({ ...mongo(settings), insistOnIndexes: settings.JIANDU_MODE !== 'production' });
}

/** The keys of personal data, one ring for the installation. */
function openKeys(settings: DistributedSettings) {
  const masterKey = readMasterKey(required(settings.JIANDU_MASTER_KEY_FILE, 'JIANDU_MASTER_KEY_FILE'));
  const database = settings.JIANDU_MONGO_KEYS_DATABASE ?? settings.JIANDU_MONGO_DATABASE;
  return openMongoKeyRing({ ...mongo(settings), database, masterKey });
}

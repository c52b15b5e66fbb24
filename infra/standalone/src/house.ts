import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as access from '@jiandu/access';
import {
  demoMasterKey,
  openEventStore,
  openFeed,
  openKeyRing,
  openReadModels,
} from '@jiandu/adapters-embedded';
import { registryEvents } from '@jiandu/contracts';
import type { EventStore, KeyRing, Organisation, ReadModels, ViewHost } from '@jiandu/eventing';
import { Runtime } from '@jiandu/eventing';
import {
  buildApp,
  DemoClock,
  demoSessions,
  Erasure,
  type FollowedOrganisation,
  followOrganisation,
  generateSessionKey,
  httpOf,
  issuerOf,
  oidcSessions,
  openLog,
  type Settings,
  TimerLoop,
  wallClock,
} from '@jiandu/host';
import { type DataDirectory, dataDirectory } from './data-directory.ts';
import { readMasterKey } from './master-key.ts';
import { Projection } from './projection.ts';
import { services } from './services.ts';

export type App = ReturnType<typeof buildApp>;

/** The whole house, running. */
export interface House {
  readonly app: App;
  readonly runtime: Runtime;
  readonly store: EventStore;
  readonly timers: TimerLoop;
  /** The movable clock, in demonstration and tests. */
  readonly clock: DemoClock | undefined;
  readonly organisation: FollowedOrganisation;
  /** Listens; answers the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the stores of a data directory and starts every service on them, in this process. `clockAt` makes the clock of a
 * demonstration stand at an instant from the start.
 */
export async function openHouse(settings: Settings, clockAt = settings.JIANDU_DEMO_CLOCK): Promise<House> {
  const log = openLog(settings.JIANDU_LOG_LEVEL);
  const directory = dataDirectory(settings.JIANDU_DATA);
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    let projection: Projection | undefined;
    const store = opened(
      openEventStore({ file: directory.log, onGroup: () => projection?.appended() }),
      closers,
    );
    const keys = opened(
      openKeyRing({ directory: directory.keys, masterKey: masterKey(settings, directory) }),
      closers,
    );
    const readModels = opened(openReadModels({ file: directory.policies }), closers);
    const clock = settings.JIANDU_MODE === 'production' ? undefined : new DemoClock(clockAt);
    const followed = followOrganisation({
      store,
      access: access.accessRules,
      events: registryEvents,
      clock: clock ?? wallClock,
    });
    closers.push(() => followed.stop());
    const erasure = await Erasure.start(store, keys, readModels);
    closers.push(() => erasure.stop());
    projection = new Projection(directory, log, (error) => {
      log.fatal({ err: error }, 'the projecting thread has died');
      process.exit(1);
    });
    const views = await projection.start(store);
    closers.push(() => views.stop());
    const runtime = await startRuntime({ store, keys, readModels, views, followed, erasure, clock });
    closers.push(() => runtime.stop());
    const timers = new TimerLoop({ runtime, log });
    closers.push(() => timers.stop());
    const app = await buildHouseApp({ settings, directory, runtime, timers, clock, followed, log });
    closers.push(() => app.close());
    return {
      app,
      runtime,
      store,
      timers,
      clock,
      organisation: followed,
      listen: async () => {
        await app.listen({ host: settings.JIANDU_HOST, port: settings.JIANDU_PORT });
        const { port } = app.server.address() as AddressInfo;
        return `http://${settings.JIANDU_HOST}:${port}`;
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function opened<T extends { close(): Promise<void> }>(store: T, closers: (() => Promise<unknown>)[]): T {
  closers.push(() => store.close());
  return store;
}

/** Production mounts the key as a secret (the settings insist on it); a demonstration keeps one in the data directory. */
function masterKey(settings: Settings, directory: DataDirectory): Uint8Array {
  const file = settings.JIANDU_MASTER_KEY_FILE;
  return file === undefined ? demoMasterKey(directory.keys) : readMasterKey(file);
}

interface RunningParts {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly readModels: ReadModels;
  readonly views: ViewHost;
  readonly followed: FollowedOrganisation;
  readonly erasure: Erasure;
  readonly clock: DemoClock | undefined;
}

async function startRuntime({
  store,
  keys,
  readModels,
  views,
  followed,
  erasure,
  clock,
}: RunningParts): Promise<Runtime> {
  const organisation: Organisation = {
    authorise: followed.authorise,
    refusals: followed.refusals,
    current: () => followed.current(),
    visible: (subject, grants, today) => followed.visible(subject, grants, today),
    reach: async (position, withinMs) => {
      const reached = await Promise.all([
        followed.reach(position, withinMs),
        erasure.reach(position, withinMs),
      ]);
      return reached.every(Boolean);
    },
  };
  await followed.reach(await store.head(), 60_000);
  return Runtime.start({
    services,
    store,
    feed: openFeed(store),
    readModels,
    views,
    keys,
    clock: clock ?? wallClock,
    organisation,
    screen: access.refuseStateSecrets,
  });
}

interface AppParts {
  readonly settings: Settings;
  readonly directory: DataDirectory;
  readonly runtime: Runtime;
  readonly timers: TimerLoop;
  readonly clock: DemoClock | undefined;
  readonly followed: FollowedOrganisation;
  readonly log: ReturnType<typeof openLog>;
}

async function buildHouseApp({
  settings,
  directory,
  runtime,
  timers,
  clock,
  followed,
  log,
}: AppParts): Promise<App> {
  const { sessions, signIn } = await openSessions(settings, directory);
  return buildApp({
    runtime,
    mode: settings.JIANDU_MODE,
    sessions,
    timers,
    log,
    people: () => followed.people(),
    ...(signIn === undefined ? {} : { signIn }),
    ...(clock === undefined ? {} : { demoClock: clock }),
    ...httpOf(settings),
  });
}

/** Tokens of the set issuer; without one (never in production) tokens signed with a key that the data directory keeps. */
async function openSessions(settings: Settings, { keys }: DataDirectory) {
  const issuer = issuerOf(settings);
  if (issuer !== undefined) return { sessions: oidcSessions(issuer), signIn: undefined };
  const file = join(keys, 'demo-session.jwk');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await generateSessionKey()), { mode: 0o600 });
  return demoSessions(JSON.parse(readFileSync(file, 'utf8')));
}

import type { AddressInfo } from 'node:net';
import * as access from '@jiandu/access';
import { houseEvents } from '@jiandu/contracts';
import { openRecordFeed, type Relay, Runtime, type Service, splitFeed, type Tracer } from '@jiandu/eventing';
import {
  buildApp,
  DemoClock,
  type DistributedSettings,
  httpOf,
  type openLog,
  TimerLoop,
  wallClock,
} from '@jiandu/host';
import { services } from '@jiandu/standalone/services';
import type { Closers } from './closers.ts';
import type { Engines } from './engines.ts';
import { followedOrganisation } from './organisation.ts';
import { startRelays } from './relays.ts';
import { openSessions } from './sessions.ts';

type Log = ReturnType<typeof openLog>;

/** One service, running on the three engines. */
export interface ServiceProcess {
  readonly service: Service;
  readonly runtime: Runtime;
  readonly timers: TimerLoop;
  /** Everybody the registry knows. */
  people(): readonly string[];
  /** Listens; answers the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface ServiceOn {
  readonly settings: DistributedSettings;
  readonly engines: Engines;
  readonly log: Log;
  readonly closers: Closers;
  readonly tracer?: Tracer;
}

/** Starts one service on engines that are open, whichever they are. */
export async function startServiceOn({
  settings,
  engines,
  log,
  closers,
  tracer,
}: ServiceOn): Promise<ServiceProcess> {
  const service = serviceNamed(settings.JIANDU_SERVICE);
  const clock = settings.JIANDU_MODE === 'production' ? undefined : new DemoClock(settings.JIANDU_DEMO_CLOCK);
  const { organisation, people } = await followedOrganisation({
    service,
    engines,
    clock: clock ?? wallClock,
    closers,
  });
  const traced = tracer === undefined ? {} : { tracer };
  const relays = await startRelays({ service, engines, log, closers, ...traced });
  const runtime = await Runtime.start({
    services: [service],
    published: houseEvents,
    store: engines.record,
    feed: splitFeed({
      service: service.name,
      record: openRecordFeed(engines.record),
      broker: engines.broker,
      brokerAnswers: () => engines.watch.answers('kafka'),
    }),
    readModels: engines.readModels,
    keys: engines.keys,
    clock: clock ?? wallClock,
    organisation,
    screen: access.refuseStateSecrets,
    ...traced,
    onParked: (name, { policy, eventType, stream, reason }) =>
      log.error({ service: name, policy, eventType, stream, reason }, 'policy: event parked'),
  });
  closers.add(() => runtime.stop());
  const timers = new TimerLoop({ runtime, log });
  closers.add(() => timers.stop());
  const app = await appOf({ settings, runtime, timers, clock, people, log, engines, relays });
  closers.add(() => app.close());
  return {
    service,
    runtime,
    timers,
    people,
    listen: async () => {
      await app.listen({ host: settings.JIANDU_HOST, port: settings.JIANDU_PORT });
      const { port } = app.server.address() as AddressInfo;
      return `http://${settings.JIANDU_HOST}:${port}`;
    },
    close: () => closers.closeAll(),
  };
}

interface AppOf {
  readonly settings: DistributedSettings;
  readonly runtime: Runtime;
  readonly timers: TimerLoop;
  readonly clock: DemoClock | undefined;
  readonly people: () => readonly string[];
  readonly log: Log;
  readonly engines: Engines;
  readonly relays: readonly Relay[];
}

async function appOf({ settings, runtime, timers, clock, people, log, engines, relays }: AppOf) {
  const { sessions, signIn } = await openSessions(settings);
  return buildApp({
    runtime,
    mode: settings.JIANDU_MODE,
    sessions,
    timers,
    log,
    people,
    apart: { engines: engines.watch, relays },
    ...(signIn === undefined ? {} : { signIn }),
    ...(clock === undefined ? {} : { demoClock: clock }),
    ...httpOf(settings),
  });
}

function serviceNamed(name: string): Service {
  const found = services.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
}

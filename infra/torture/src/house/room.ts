import type { AddressInfo } from 'node:net';
import { accessRules, refuseStateSecrets } from '@jiandu/access';
import { openReadModels } from '@jiandu/adapters-embedded';
import { registryEvents } from '@jiandu/contracts';
import {
  derivedId,
  type EventFeed,
  type EventStore,
  type KeyRing,
  type Outcome,
  type ReadModels,
  Runtime,
  shanghaiDate,
} from '@jiandu/eventing';
import {
  buildApp,
  DemoClock,
  demoSessions,
  followOrganisation,
  generateSessionKey,
  openLog,
  TimerLoop,
} from '@jiandu/host';
import { bootstrapStages, demoStaff } from '@jiandu/registry';
import { services } from './services.ts';
import type { Json } from './wire.ts';

export interface RoomParts {
  readonly store: EventStore;
  readonly feed: EventFeed;
  readonly keys: KeyRing;
  /** Read models of views and policies; empty ones in memory unless told. */
  readonly readModels?: ReadModels;
  readonly clock: string;
}

/** All services in this process, on stores and a feed that may misbehave. */
export interface Room {
  readonly runtime: Runtime;
  readonly readModels: ReadModels;
  /** Gives a command as a person, without HTTP. */
  give(person: string, command: string, id: string | undefined, input: Json, key: string): Promise<Outcome>;
  /** Listens on a free port of the loopback; answers it. */
  listen(): Promise<number>;
  /** Resolves when everything in the log has been handled and is visible. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const INSTALLATION = { person: 'system', name: '系统安装', role: 'system', unit: '630000' };
const PATIENCE_MS = 60_000;

export async function openRoom(parts: RoomParts): Promise<Room> {
  const { store, feed, keys, readModels = openReadModels({ memory: true }) } = parts;
  const clock = new DemoClock(parts.clock);
  const organisation = followOrganisation({ store, access: accessRules, events: registryEvents, clock });
  await organisation.reach(await store.head(), PATIENCE_MS);
  const runtime = await Runtime.start({
    services,
    store,
    feed,
    readModels,
    keys,
    clock,
    organisation,
    screen: refuseStateSecrets,
  });
  const log = openLog('error');
  const timers = new TimerLoop({ runtime, log });
  const { sessions, signIn } = await demoSessions(await generateSessionKey());
  const people = () => organisation.people();
  const rate = { perSecond: 0, burst: 0 };
  const limits = { afterMs: PATIENCE_MS, rate };
  const app = buildApp({
    runtime,
    mode: 'test',
    sessions,
    signIn,
    timers,
    log,
    demoClock: clock,
    people,
    limits,
  });
  const room: Room = {
    runtime,
    readModels,
    give: (person, command, id, input, key) => {
      const subject = organisation.current().subject(person, shanghaiDate(clock.now()));
      if (subject === undefined) throw new Error(`${person} is not on the staff`);
      const commandId = derivedId(person, command, id ?? '', key);
      const asked = { command, input, by: { subject }, commandId, correlationId: commandId };
      return runtime.execute({ ...asked, ...(id === undefined ? {} : { id }) });
    },
    listen: async () => {
      await app.listen({ host: '127.0.0.1', port: 0 });
      return (app.server.address() as AddressInfo).port;
    },
    settle: async () => {
      let head = -1;
      while (head !== (await store.head())) {
        head = await store.head();
        if (!(await runtime.settled(head, PATIENCE_MS))) throw new Error(`not settled up to ${head}`);
      }
    },
    close: async () => {
      await app.close();
      await timers.stop();
      await runtime.stop();
      await organisation.stop();
    },
  };
  return room;
}

/** Gives an empty house its units, catalogue and demonstration staff. */
export async function furnish({ runtime, settle }: Room): Promise<void> {
  for (const stage of bootstrapStages(demoStaff)) {
    for (const command of stage) {
      const by = { actor: INSTALLATION, via: 'bootstrap' };
      const outcome = await runtime.execute({ ...command, by, correlationId: 'bootstrap' });
      if (!outcome.done) throw new Error(`${command.command} was refused: ${outcome.refusal.code}`);
    }
    await settle();
  }
}

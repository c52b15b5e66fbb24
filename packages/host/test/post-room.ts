import { randomBytes } from 'node:crypto';
import { accessRefusals, refuseStateSecrets } from '@jiandu/access';
import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import type { Actor, Directory, KeyRing, Organisation, Subject } from '@jiandu/eventing';
import { Runtime } from '@jiandu/eventing';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import {
  type AppParts,
  buildApp,
  DemoClock,
  demoSessions,
  generateSessionKey,
  openLog,
  TimerLoop,
} from '../src/index.ts';
import { post } from './letters.ts';

const STAFF: Readonly<Record<string, readonly string[]>> = {
  'P-630103-li': ['clerk'],
  'P-630103-ma': ['sysadmin'],
};

function subjectOf(person: string): Subject | undefined {
  const roles = STAFF[person];
  if (roles === undefined) return undefined;
  return {
    person,
    name: '李某',
    roles: roles.map((role) => ({ role, unit: '630103', from: '2020-01-01' })),
    delegations: [],
  };
}

const directory: Directory = {
  catalogueVersion: '1',
  calendarVersion: '1',
  unit: (code) => ({ code, nameZh: '城中区院', nameEn: 'Chengzhong', shortZh: '城中', level: 'county' }),
  isAbove: () => false,
  person: () => undefined,
  holders: () => [],
  subject: subjectOf,
};

/** Clerks may do everything; this package tests how a refusal is answered, not who is refused. */
const organisation: Organisation = {
  authorise: ({ subject, resource }) => {
    const held = subject.roles.find(({ role }) => role === 'clerk');
    const actor: Actor = { person: subject.person, name: subject.name, role: 'clerk', unit: resource.unit };
    return held === undefined ? { refused: true, code: 'access.denied', params: {} } : actor;
  },
  current: () => directory,
  visible: () => [{}],
  reach: async () => true,
  refusals: accessRefusals,
};

function keysInMemory(): KeyRing {
  const keys = new Map<string, Uint8Array>();
  return {
    async allocate() {
      const id = randomBytes(8).toString('hex');
      const bytes = randomBytes(32);
      keys.set(id, bytes);
      return { id, bytes };
    },
    async find(id) {
      const bytes = keys.get(id);
      return bytes && { id, bytes };
    },
    destroy: async (ids) => ids.forEach((id) => void keys.delete(id)),
    close: async () => undefined,
  };
}

/** A post room in memory: one service, two people, everything that the host serves. */
export interface PostRoom {
  readonly app: FastifyInstance;
  readonly runtime: Runtime;
  readonly clock: DemoClock;
  /** What was logged, as text. */
  readonly logged: readonly string[];
  token(person?: string): Promise<string>;
  /** Asks as the clerk. */
  ask(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export async function openPostRoom(other: Partial<AppParts> = {}): Promise<PostRoom> {
  const store = openEventStore({ memory: true });
  const readModels = openReadModels({ memory: true });
  const clock = new DemoClock('2026-03-02T02:00:00.000Z');
  const keys = keysInMemory();
  const parts = {
    services: [post],
    store,
    feed: openFeed(store),
    readModels,
    keys,
    clock,
    organisation,
    screen: refuseStateSecrets,
  };
  const runtime = await Runtime.start(parts);
  const logged: string[] = [];
  const log = openLog('debug', { write: (line: string) => void logged.push(line) });
  const { sessions, signIn } = await demoSessions(await generateSessionKey());
  const timers = new TimerLoop({ runtime, log });
  const people = () => Object.keys(STAFF);
  const shared = { runtime, mode: 'test', sessions, timers, log, people } as const;
  const app = buildApp({
    ...shared,
    ...(other.mode === 'production' ? {} : { signIn, demoClock: clock }),
    ...other,
  });
  const token = async (person = 'P-630103-li') => (await signIn.issue(person)).token;
  const clerk = await token();
  return {
    app,
    runtime,
    clock,
    logged,
    token,
    ask: async ({ headers, ...rest }) =>
      app.inject({ ...rest, headers: { authorization: `Bearer ${clerk}`, ...headers } }),
    async close() {
      await app.close();
      await timers.stop();
      await runtime.stop();
      await readModels.close();
      await store.close();
    },
  };
}

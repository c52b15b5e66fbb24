import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import {
  type Directory,
  type EventFeed,
  type EventStore,
  type KeyRing,
  type Organisation,
  type Outcome,
  type ReadModels,
  Runtime,
  type Service,
  type Subject,
} from '../src/index.ts';
import { office, reception } from './services.ts';

export const visitor: Subject = {
  person: 'P-1',
  name: '丁某',
  roles: [{ role: 'clerk', unit: '630103', from: '2020-01-01' }],
  delegations: [],
};

const directory = { catalogueVersion: 'test', calendarVersion: 'test' } as Directory;

const organisation: Organisation = {
  authorise: ({ subject, grants, resource }) => {
    const held = subject.roles.find(
      (role) => grants.some((g) => g.role === role.role) && role.unit === resource.unit,
    );
    if (held === undefined) return { refused: true, code: 'access.denied', params: {} };
    return { person: subject.person, name: subject.name, role: held.role, unit: held.unit };
  },
  current: () => directory,
  visible: () => [{}],
  reach: async () => true,
  refusals: {},
};

/** Keys in memory, with a way to see what is left of them. */
export function memoryKeys(): KeyRing & { readonly size: number } {
  const held = new Map<string, Uint8Array>();
  return {
    allocate: async () => {
      const key = { id: `k${held.size + 1}`, bytes: crypto.getRandomValues(new Uint8Array(32)) };
      held.set(key.id, key.bytes);
      return key;
    },
    find: async (id) => {
      const bytes = held.get(id);
      return bytes === undefined ? undefined : { id, bytes };
    },
    destroy: async (ids) => {
      for (const id of ids) held.delete(id);
    },
    close: async () => undefined,
    get size() {
      return held.size;
    },
  };
}

export interface House {
  readonly runtime: Runtime;
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly keys: ReturnType<typeof memoryKeys>;
  give(
    command: string,
    input: unknown,
    more?: { id?: string; key?: string; ifRevision?: number; by?: Subject },
  ): Promise<Outcome>;
  docs<T>(view: string): Promise<readonly T[]>;
}

/** Opens the house on the given stores (fresh ones in memory unless told). */
export async function openHouse(
  parts: {
    store?: EventStore;
    readModels?: ReadModels;
    keys?: ReturnType<typeof memoryKeys>;
    services?: readonly Service[];
    feed?: (record: EventFeed) => EventFeed;
    now?: () => string;
  } = {},
): Promise<House> {
  const store = parts.store ?? openEventStore({ memory: true });
  const readModels = parts.readModels ?? openReadModels({ memory: true });
  const keys = parts.keys ?? memoryKeys();
  const runtime = await Runtime.start({
    services: parts.services ?? [reception, office],
    store,
    readModels,
    keys,
    feed: parts.feed?.(openFeed(store)) ?? openFeed(store),
    clock: { now: parts.now ?? (() => '2025-03-03T02:00:00.000Z') },
    organisation,
  });
  let given = 0;
  return {
    runtime,
    store,
    readModels,
    keys,
    give: (command, input, more = {}) => {
      given += 1;
      return runtime.execute({
        command,
        input,
        by: { subject: more.by ?? visitor },
        commandId: more.key ?? `c-${given}`,
        correlationId: 'r-1',
        ...(more.id === undefined ? {} : { id: more.id }),
        ...(more.ifRevision === undefined ? {} : { ifRevision: more.ifRevision }),
      });
    },
    docs: async <T>(view: string) =>
      (await runtime.collections(view).find({ limit: 1000 })).items as unknown as readonly T[],
  };
}

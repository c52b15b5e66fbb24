import { accessRules, visibleFilters } from '@jiandu/access';
import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { eventsByService } from '@jiandu/contracts';
import type { Doc, EventDefinition, Fact, KeyRing, Outcome } from '@jiandu/eventing';
import { commandsOf, defineAggregate, defineService, Runtime } from '@jiandu/eventing';
import { z } from 'zod';
import { disposition } from '../src/index.ts';
import { as, directory } from './scene.ts';

/** Who acts in the other services. */
const speaker = as('P-630202-ye');

/** Stands for another service: says whatever event it is told to say, on the stream of a matter. */
function other(name: 'intake' | 'investigation' | 'assessment', aggregate: string) {
  const command = commandsOf<{ unit: string }, Fact>();
  return defineService({
    name,
    title: { zh: name, en: name },
    events: eventsByService[name] as readonly EventDefinition[],
    refusals: {},
    aggregates: [
      defineAggregate<{ unit: string }, Fact>({
        name: aggregate,
        route: 'matters',
        title: { zh: aggregate, en: aggregate },
        initial: { unit: 'none' },
        evolve: (state) => state,
        resource: (_state, id) => ({ unit: id.slice(4, 10) }),
        commands: {
          [`${name}Says`]: command({
            title: { zh: '说', en: 'Say' },
            law: [],
            input: z.strictObject({
              type: z.string(),
              data: z.record(z.string(), z.unknown()),
              on: z.string(),
            }),
            may: [],
            internal: true,
            startsStream: true,
            decide: ({ type, data, on }) => [{ type, data, occurredOn: on }],
          }),
        },
      }),
    ],
  });
}

function keysInMemory(): KeyRing {
  const keys = new Map<string, Uint8Array>();
  return {
    async allocate() {
      const key = { id: `k${keys.size + 1}`, bytes: crypto.getRandomValues(new Uint8Array(32)) };
      keys.set(key.id, key.bytes);
      return key;
    },
    async find(id) {
      const bytes = keys.get(id);
      return bytes && { id, bytes };
    },
    destroy: async (ids) => ids.forEach((id) => void keys.delete(id)),
    close: async () => undefined,
  };
}

const WAIT_MS = 5_000;

/** The service on stores in memory, with a clock that is set by hand. */
export async function openOffice() {
  let today = '2025-01-01';
  let newest = 0;
  let given = 0;
  const store = openEventStore({ memory: true });
  const readModels = openReadModels({ memory: true });
  const feed = openFeed(store);
  const runtime = await Runtime.start({
    services: [
      disposition,
      other('intake', 'matter'),
      other('investigation', 'verification'),
      other('assessment', 'qualityCheck'),
    ],
    store,
    readModels,
    feed,
    keys: keysInMemory(),
    clock: { now: () => `${today}T02:00:00.000Z` },
    organisation: {
      authorise: accessRules.authorise,
      current: () => directory,
      visible: (subject, grants, day) => visibleFilters(subject, grants, day, directory),
      reach: async () => true,
      refusals: accessRules.refusals,
    },
  });
  const settled = async (position: number) => {
    newest = Math.max(newest, position);
    if (!(await runtime.settled(newest, WAIT_MS))) throw new Error('the office did not settle');
  };
  const execute = async (command: string, id: string, input: unknown, person?: string): Promise<Outcome> => {
    given += 1;
    const subject = person === undefined ? undefined : directory.subject(person, today);
    if (person !== undefined && subject === undefined) throw new Error(`nobody is called ${person}`);
    const outcome = await runtime.execute({
      command,
      id,
      input,
      by: subject === undefined ? { actor: speaker, via: 'test' } : { subject },
      commandId: `c-${given}`,
      correlationId: 'r-1',
    });
    if (outcome.done) await settled(outcome.position);
    return outcome;
  };

  return {
    runtime,
    /** Another service says something about a matter. */
    async says(
      on: string,
      service: 'intake' | 'investigation' | 'assessment',
      id: string,
      type: string,
      data: object,
    ) {
      today = on;
      const outcome = await execute(`${service}.${service}Says`, id, { type, data, on });
      if (!outcome.done) throw new Error(`${type}: ${outcome.refusal.code}`);
    },
    /** Somebody acts, and is let; answers the events. */
    async act(on: string, person: string, command: string, id: string, input: object) {
      today = on;
      const outcome = await execute(`disposition.${command}`, id, input, person);
      if (!outcome.done)
        throw new Error(`${on} ${command}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal)}`);
      return outcome.events;
    },
    /** Somebody tries; answers the code of the refusal. */
    async refused(on: string, person: string, command: string, id: string, input: object) {
      today = on;
      const outcome = await execute(`disposition.${command}`, id, input, person);
      return outcome.done ? 'done' : outcome.refusal.code;
    },
    /** The watch looks at the calendar. */
    async watch(on: string) {
      today = on;
      const { failed } = await runtime.tick(on);
      if (failed.length > 0) throw new Error(`the watch: ${failed.join(', ')}`);
      await settled(await runtime.parts.store.head());
    },
    /** Everything that was recorded of some types, as `type date`. */
    async recorded(...types: readonly string[]) {
      const { events } = await store.readAll(0, 10_000);
      return events.filter(({ type }) => types.includes(type));
    },
    async doc<T extends Doc>(view: string, id: string) {
      return runtime.collections<T>(`disposition.${view}`).get(id);
    },
    async ask(person: string, name: string, input: object) {
      const query = disposition.queries.find((each) => each.name === name);
      const subject = directory.subject(person, today);
      if (query === undefined || subject === undefined)
        throw new Error(`no query ${name} or person ${person}`);
      return runtime.query(disposition, query, input, subject);
    },
    async close() {
      await runtime.stop();
      await feed.close();
      await store.close();
      await readModels.close();
    },
  };
}

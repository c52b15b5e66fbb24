import { accessRules } from '@jiandu/access';
import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { eventsByService } from '@jiandu/contracts';
import {
  type Answered,
  CommandKey,
  defineService,
  type EventStore,
  type KeyRing,
  type Organisation,
  type Outcome,
  type Recorded,
  Runtime,
  type Subject,
  sealPersonal,
} from '@jiandu/eventing';
import { reporting } from '../src/index.ts';

const key = { id: 'K-1', bytes: new Uint8Array(32).fill(7) };
const keys: KeyRing = {
  allocate: async () => key,
  find: async (id) => (id === key.id ? key : undefined),
  destroy: async () => undefined,
  close: async () => undefined,
};

/** Another service as far as reporting meets it: what it publishes. */
function publisher(name: keyof typeof eventsByService) {
  return defineService({
    name,
    title: { zh: '他处', en: 'Elsewhere' },
    events: eventsByService[name],
    aggregates: [],
    refusals: {},
  });
}

const UNITS = [
  { code: '630000', level: 'province' },
  { code: '630200', level: 'prefecture', parent: '630000' },
  { code: '630202', level: 'county', parent: '630200' },
  { code: '632800', level: 'prefecture', parent: '630000' },
];

/** Everybody of these tests: `P-{unit}-{name}`. */
const STAFF: Readonly<Record<string, readonly string[]>> = {
  'P-630202-ye': ['prosecutor'],
  'P-630202-other': ['prosecutor'],
  'P-630202-ma': ['case_admin'],
  'P-630202-qi': ['clerk'],
  'P-630202-duo': ['chief'],
  'P-630200-an': ['case_admin'],
  'P-630200-line': ['line_superior'],
  'P-632800-ba': ['chief'],
  'P-630000-audit': ['auditor'],
  'P-630000-sys': ['sysadmin'],
  'P-630000-an': ['case_admin'],
};

function organisation(): Organisation {
  const said = [
    ...UNITS.map((unit) => ({
      type: 'UnitRegistered',
      data: { ...unit, nameZh: `${unit.code}院`, nameEn: unit.code, shortZh: unit.code, from: '2000-01-01' },
    })),
    ...Object.entries(STAFF).flatMap(([person, roles]) => [
      { type: 'PersonRegistered', data: { person, name: person, unit: person.slice(2, 8) } },
      ...roles.map((role) => ({
        type: 'RoleGranted',
        data: { person, role, unit: person.slice(2, 8), from: '2000-01-01' },
      })),
    ]),
    {
      type: 'CalendarPublished',
      data: { version: 'cn-2025.1', effectiveFrom: '2000-01-01', lastPublishedYear: 2025 },
    },
  ];
  const { authorise, visibleFilters, foldDirectory, emptyDirectory, refusals } = accessRules;
  const directory = said.reduce(foldDirectory, emptyDirectory);
  return {
    authorise,
    refusals,
    current: () => directory,
    visible: (subject, grants, today) => visibleFilters(subject, grants, today, directory),
    reach: async () => true,
  };
}

/** Reporting on embedded stores in memory, over a record that is told to it. */
export class House {
  readonly runtime: Runtime;
  readonly store: EventStore;
  readonly #clock: { today: string };
  #given = 0;

  private constructor(runtime: Runtime, store: EventStore, clock: { today: string }) {
    this.runtime = runtime;
    this.store = store;
    this.#clock = clock;
  }

  static async open(events: readonly Recorded[], today: string): Promise<House> {
    const store = openEventStore({ memory: true });
    const clock = { today };
    const runtime = await Runtime.start({
      services: [
        publisher('registry'),
        publisher('intake'),
        publisher('investigation'),
        publisher('disposition'),
        publisher('assessment'),
        reporting,
      ],
      store,
      feed: openFeed(store),
      readModels: openReadModels({ memory: true }),
      keys,
      clock: { now: () => `${clock.today}T02:00:00.000Z` },
      organisation: organisation(),
    });
    const house = new House(runtime, store, clock);
    await house.tell(events);
    return house;
  }

  /** Puts events on record as their services would: personal fields sealed. */
  async tell(events: readonly Recorded[]): Promise<void> {
    for (const { stream, revision: _revision, position: _position, ...event } of events) {
      const definition = this.runtime.index.event(event.type);
      const data = await sealPersonal(definition, event.data, new CommandKey(keys));
      await this.store.append(stream, [{ ...event, version: definition.version, data }], 'any');
    }
    await this.settled();
  }

  async settled(): Promise<void> {
    if (!(await this.runtime.settled(await this.store.head(), 5000)))
      throw new Error('the house did not settle');
  }

  subject(person: string): Subject {
    const found = this.runtime.parts.organisation.current().subject(person, this.#clock.today);
    if (found === undefined) throw new Error(`nobody is called ${person}`);
    return found;
  }

  ask(name: string, input: object, person: string): Promise<Answered> {
    const query = reporting.queries.find((each) => each.name === name);
    if (query === undefined) throw new Error(`there is no query ${name}`);
    return this.runtime.query(reporting, query, input, this.subject(person));
  }

  /** The answer's value; a refusal is a failure of the test. */
  async answer<T>(name: string, input: object, person: string): Promise<T> {
    const answered = await this.ask(name, input, person);
    if (!answered.ok) throw new Error(`${name} was refused: ${answered.refusal.code}`);
    return answered.value as T;
  }

  /** The code a query is refused with, or the word that it was answered. */
  async refusal(name: string, input: object, person: string): Promise<string> {
    const answered = await this.ask(name, input, person);
    return answered.ok ? 'answered' : answered.refusal.code;
  }

  async give(command: string, id: string, input: object, person: string): Promise<Outcome> {
    this.#given += 1;
    const outcome = await this.runtime.execute({
      command,
      id,
      input,
      by: { subject: this.subject(person) },
      commandId: `given-${this.#given}`,
      correlationId: 'r-1',
    });
    await this.settled();
    return outcome;
  }

  async close(): Promise<void> {
    await this.runtime.stop();
    await this.store.close();
  }
}

/** Everything a raw answer says. */
export async function textOf(value: unknown): Promise<string> {
  const { body } = value as { body: string | AsyncIterable<string> };
  if (typeof body === 'string') return body;
  let text = '';
  for await (const part of body) text += part;
  return text;
}

import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { dispositionEvents, intakeEvents } from '@jiandu/contracts';
import {
  type Actor,
  type Answered,
  defineRefusals,
  defineService,
  type EventDefinition,
  type Fact,
  type KeyRing,
  type Organisation,
  type Recorded,
  Runtime,
  type Subject,
} from '@jiandu/eventing';
import { investigation } from '../src/index.ts';
import { matterQuery } from '../src/queries/matter.ts';
import { actor, directory, matter, people } from './scene.ts';

const { register, refuse } = defineRefusals({
  'access.denied': { status: 403, zh: '无权', en: 'Not allowed' },
});

/** Rights as far as these tests need them: who holds a role the grants name, and is assigned where they say `own`. */
const organisation: Organisation = {
  authorise({ subject, grants, resource }) {
    const grant = grants.find(
      ({ role, relation }) =>
        subject.roles.some((each) => each.role === role) &&
        (relation !== 'own' || resource.handlers?.includes(subject.person)) &&
        (relation !== 'escalated' || subject.roles.some((each) => each.unit === resource.escalatedTo)),
    );
    if (grant === undefined) return refuse('access.denied');
    const { person, name, roles } = subject;
    return { person, name, role: grant.role, unit: roles[0]?.unit ?? '' };
  },
  current: () => directory,
  visible: () => [],
  reach: async () => true,
  refusals: register,
};

const noKeys: KeyRing = {
  allocate: async () => ({ id: 'K-1', bytes: new Uint8Array(32).fill(7) }),
  find: async (id) => (id === 'K-1' ? { id, bytes: new Uint8Array(32).fill(7) } : undefined),
  destroy: async () => undefined,
  close: async () => undefined,
};

function publisher(name: string, events: readonly EventDefinition[]) {
  const title = { zh: '他处', en: 'Elsewhere' };
  return defineService({ name, title, events, aggregates: [], refusals: {} });
}

/** The service on embedded stores in memory, beside publishers of what the other services say. */
export class House {
  readonly #runtime: Runtime;
  readonly #clock: { today: string };
  #said = 0;

  private constructor(runtime: Runtime, clock: { today: string }) {
    this.#runtime = runtime;
    this.#clock = clock;
  }

  static async open(): Promise<House> {
    const store = openEventStore({ memory: true });
    const clock = { today: '2025-08-04' };
    const runtime = await Runtime.start({
      services: [
        publisher('intake', intakeEvents),
        investigation,
        publisher('disposition', dispositionEvents),
      ],
      store,
      feed: openFeed(store),
      readModels: openReadModels({ memory: true }),
      keys: noKeys,
      clock: { now: () => `${clock.today}T02:00:00.000Z` },
      organisation,
    });
    return new House(runtime, clock);
  }

  /** Another service says something on a day; waits until all that follows from it is done. */
  async said(today: string, stream: string, fact: Fact): Promise<void> {
    this.#clock.today = today;
    this.#said += 1;
    const id = `said-${this.#said}`;
    this.#runtime.index.event(fact.type).schema.parse(fact.data);
    const appended = await this.#runtime.parts.store.append(
      stream,
      [
        {
          id,
          type: fact.type,
          version: this.#runtime.index.event(fact.type).version,
          data: fact.data,
          metadata: {
            actor: actor('ba'),
            occurredOn: fact.occurredOn ?? today,
            recordedAt: `${today}T02:00:00.000Z`,
            key: matter,
            unit: '632800',
            secrecy: 'internal',
            commandId: id,
            commandHash: '',
            command: 'elsewhere.say',
            correlationId: id,
            catalogueVersion: directory.catalogueVersion,
          },
        },
      ],
      'any',
    );
    if (!appended.ok) throw new Error('lost a race with nobody');
    await this.#settled(appended.position);
  }

  /** Somebody of the team gives a command on a day. */
  async do(today: string, command: string, input: unknown, by: Actor = actor('su')): Promise<void> {
    this.#clock.today = today;
    this.#said += 1;
    const request = {
      command: `investigation.${command}`,
      id: matter,
      input,
      by: { actor: by, via: 'test' },
    };
    const commandId = `c-${this.#said}`;
    const outcome = await this.#runtime.execute({ ...request, commandId, correlationId: commandId });
    if (!outcome.done) throw new Error(`${command} refused: ${outcome.refusal.code}`);
    await this.#settled(outcome.position);
  }

  events(): Promise<readonly Recorded[]> {
    return this.#runtime.parts.store.readStream(`investigation.verification-${matter}`);
  }

  card(who: keyof typeof people, role = people[who].roles[0]?.role ?? ''): Promise<Answered> {
    const { person, name, roles } = people[who];
    const subject: Subject = {
      person,
      name,
      roles: roles.map((each) => ({ ...each, role })),
      delegations: [],
    };
    return this.#runtime.query(investigation, matterQuery, { id: matter }, subject);
  }

  async parked(): Promise<readonly string[]> {
    return (await this.#runtime.parked()).map((each) => each.reason);
  }

  stop(): Promise<void> {
    return this.#runtime.stop();
  }

  async #settled(position: number): Promise<void> {
    if (!(await this.#runtime.settled(position, 5_000))) throw new Error('the policies did not come to rest');
  }
}

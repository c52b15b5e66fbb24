import { accessRules, refuseStateSecrets } from '@jiandu/access';
import { openEventStore, openFeed, openReadModels } from '@jiandu/adapters-embedded';
import { dispositionEvents, registryEvents } from '@jiandu/contracts';
import {
  defineService,
  derivedId,
  type Fact,
  type KeyRing,
  type Outcome,
  type Recorded,
  Runtime,
  type SubjectKey,
} from '@jiandu/eventing';
import { followOrganisation } from '@jiandu/host';
import { bootstrapStages, demoStaff, registry } from '@jiandu/registry';
import { intake } from '../src/index.ts';

/** Keys in memory: whatever is destroyed is gone. */
class MemoryKeys implements KeyRing {
  readonly #keys = new Map<string, SubjectKey>();

  async allocate(): Promise<SubjectKey> {
    const key = { id: `k-${this.#keys.size + 1}`, bytes: new Uint8Array(32).fill(this.#keys.size + 1) };
    this.#keys.set(key.id, key);
    return key;
  }

  async find(id: string): Promise<SubjectKey | undefined> {
    return this.#keys.get(id);
  }

  async destroy(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#keys.delete(id);
  }

  async close(): Promise<void> {}
}

const INSTALLATION = { person: 'system', name: '系统安装', role: 'system', unit: '630000' };
const PATIENCE_MS = 10_000;

/** Publishes what the tests let disposition say. */
const elsewhere = defineService({
  name: 'disposition',
  title: { zh: '他处', en: 'Elsewhere' },
  events: dispositionEvents,
  aggregates: [],
  refusals: {},
});

/** Registry and intake on stores in memory, with the staff of the demonstration. */
export class House {
  readonly runtime: Runtime;
  readonly keys = new MemoryKeys();
  readonly #store = openEventStore({ memory: true });
  #today = '2025-01-02';
  #given = 0;

  private constructor(runtime: Runtime) {
    this.runtime = runtime;
  }

  static async open(): Promise<House> {
    const house = new House(undefined as unknown as Runtime);
    const store = house.#store;
    const clock = { now: () => `${house.#today}T02:00:00.000Z` };
    const organisation = followOrganisation({ store, clock, access: accessRules, events: registryEvents });
    const runtime = await Runtime.start({
      services: [registry, intake, elsewhere],
      store,
      feed: openFeed(store),
      readModels: openReadModels({ memory: true }),
      keys: house.keys,
      clock,
      organisation,
      screen: refuseStateSecrets,
    });
    (house as { runtime: Runtime }).runtime = runtime;
    for (const stage of bootstrapStages(demoStaff)) {
      for (const command of stage) {
        const by = { actor: INSTALLATION, via: 'bootstrap' };
        const outcome = await runtime.execute({ ...command, by, correlationId: 'bootstrap' });
        if (!outcome.done) throw new Error(`${command.command}: ${JSON.stringify(outcome.refusal)}`);
      }
      await house.settle();
    }
    return house;
  }

  /** Goes on to a day. */
  on(day: string): this {
    this.#today = day;
    return this;
  }

  async settle(): Promise<void> {
    const level = await this.runtime.settled(await this.#store.head(), PATIENCE_MS);
    if (!level) throw new Error('the house did not settle');
    const parked = await this.runtime.parked();
    if (parked.length > 0) throw new Error(`parked: ${JSON.stringify(parked)}`);
  }

  /** Somebody gives a command; waits until everything that follows is done. */
  async give(person: string, command: string, id: string | undefined, input: unknown): Promise<Outcome> {
    const subject = this.#subject(person);
    this.#given += 1;
    const commandId = derivedId('test', String(this.#given));
    const asked = {
      command: `intake.${command}`,
      input,
      by: { subject },
      commandId,
      correlationId: commandId,
    };
    const outcome = await this.runtime.execute({ ...asked, ...(id === undefined ? {} : { id }) });
    await this.settle();
    return outcome;
  }

  /** The same, where a refusal is a mistake of the test. */
  async done(person: string, command: string, id: string | undefined, input: unknown): Promise<string> {
    const outcome = await this.give(person, command, id, input);
    if (!outcome.done) throw new Error(`${command}: ${JSON.stringify(outcome.refusal)}`);
    return outcome.id;
  }

  async refused(person: string, command: string, id: string | undefined, input: unknown): Promise<string> {
    const outcome = await this.give(person, command, id, input);
    if (outcome.done) throw new Error(`${command} was done`);
    return outcome.refusal.code;
  }

  async ask(
    person: string,
    name: string,
    input: unknown,
    service = intake,
  ): Promise<Record<string, unknown>> {
    const query = service.queries.find((each) => each.name === name);
    if (query === undefined) throw new Error(`no query ${name}`);
    const answer = await this.runtime.query(service, query, input, this.#subject(person));
    return answer.ok ? (answer.value as Record<string, unknown>) : { refused: answer.refusal.code };
  }

  /** Disposition says something of a matter today; waits until all that follows is done. */
  async said(matter: string, { type, data }: Fact): Promise<void> {
    const definition = this.runtime.index.event(type);
    definition.schema.parse(data);
    this.#given += 1;
    const id = derivedId('said', String(this.#given));
    const metadata = {
      actor: INSTALLATION,
      occurredOn: this.#today,
      recordedAt: `${this.#today}T02:00:00.000Z`,
      key: matter,
      unit: matter.split('-')[1] ?? '',
      secrecy: 'internal',
      commandId: id,
      commandHash: '',
      command: 'elsewhere.say',
      correlationId: id,
      catalogueVersion: this.runtime.parts.organisation.current().catalogueVersion,
    };
    const event = { id, type, version: definition.version, data, metadata };
    await this.#store.append(`disposition.disposal-${matter}`, [event], 'any');
    await this.settle();
  }

  async stream(aggregate: string, id: string): Promise<readonly Recorded[]> {
    return this.#store.readStream(`intake.${aggregate}-${id}`);
  }

  async tick(): Promise<void> {
    await this.runtime.tick(this.#today);
    await this.settle();
  }

  async close(): Promise<void> {
    await this.runtime.stop();
    await this.#store.close();
  }

  #subject(person: string) {
    const subject = this.runtime.parts.organisation.current().subject(person, this.#today);
    if (subject === undefined) throw new Error(`${person} is not on the staff`);
    return subject;
  }
}

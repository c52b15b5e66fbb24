import { Progress } from '@jiandu/eventing';
import type { Scheduler } from 'fast-check';
import type { ServiceApart } from '../../src/gateway/settle-apart.ts';

/** An event of the simulated record. */
export interface Event {
  readonly position: number;
  readonly kind: number;
  readonly cause?: Event;
}

/** Which service records a kind of event, and the kinds that the policies of other kinds' owners cause by it. */
export interface Kind {
  readonly owner: number;
  readonly causes: readonly number[];
}

/**
 * Services, relays, topics and policies as they run apart, without servers: every step that takes time somewhere is a task of the
 * scheduler, which brings the steps of all into every order.
 */
export class SimulatedHouse {
  readonly log: Event[] = [];
  readonly #kinds: readonly Kind[];
  readonly #scheduler: Scheduler;
  readonly #services: readonly SimulatedService[];

  constructor(kinds: readonly Kind[], scheduler: Scheduler) {
    this.#kinds = kinds;
    this.#scheduler = scheduler;
    const owners = [...new Set(kinds.map(({ owner }) => owner))];
    this.#services = owners.map((owner) => new SimulatedService(owner, this));
  }

  /** Runs until it is stopped. */
  start(): void {
    for (const service of this.#services) service.start();
  }

  stop(): void {
    for (const service of this.#services) service.stopped = true;
  }

  get ports(): readonly ServiceApart[] {
    return this.#services;
  }

  step(): Promise<unknown> {
    return this.#scheduler.schedule(Promise.resolve());
  }

  kind(event: Event): Kind {
    return this.#kinds[event.kind] ?? { owner: -1, causes: [] };
  }

  owner(kind: number): number {
    return this.#kinds[kind]?.owner ?? -1;
  }

  service(owner: number): SimulatedService | undefined {
    return this.#services.find((each) => each.owner === owner);
  }

  append(kind: number, cause?: Event): Event {
    const event = { position: this.log.length + 1, kind, ...(cause === undefined ? {} : { cause }) };
    this.log.push(event);
    return event;
  }

  /** What must have followed from an event and is not in the record up to a position. */
  missing(event: Event, upTo: number): readonly string[] {
    return this.kind(event).causes.flatMap((kind) => {
      const effect = this.log.find(
        (each) => each.cause === event && each.kind === kind && each.position <= upTo,
      );
      return effect === undefined ? [`${kind} by ${event.kind}`] : this.missing(effect, upTo);
    });
  }
}

class SimulatedService implements ServiceApart {
  readonly owner: number;
  stopped = false;
  readonly topic: Event[] = [];
  readonly #house: SimulatedHouse;
  readonly #relayed = new Progress('relay');
  readonly #own = new Progress('own');
  readonly #offsets = new Map<number, number>();
  #lastEffect = 0;

  constructor(owner: number, house: SimulatedHouse) {
    this.owner = owner;
    this.#house = house;
  }

  start(): void {
    void this.#relay();
    void this.#follow();
    void this.#consume();
  }

  async published(position: number) {
    await this.#house.step();
    await this.#relayed.reach(position, 60_000);
    await this.#house.step();
    return 'reached' as const;
  }

  async handled(position: number) {
    await this.#house.step();
    const ends = this.#followed().map((each) => [each.owner, each.topic.length] as const);
    await this.#own.reach(position, 60_000);
    while (ends.some(([owner, end]) => (this.#offsets.get(owner) ?? 0) < end)) await this.#house.step();
    const lastEffect = this.#lastEffect;
    await this.#house.step();
    return { standing: 'reached' as const, lastEffect };
  }

  #followed(): readonly SimulatedService[] {
    const owners = new Set<number>();
    for (let kind = 0; this.#house.owner(kind) >= 0; kind += 1) owners.add(this.#house.owner(kind));
    owners.delete(this.owner);
    return [...owners].flatMap((owner) => this.#house.service(owner) ?? []);
  }

  /** Publishes, and says so only some time afterwards. */
  async #relay(): Promise<void> {
    for (let at = 0; !this.stopped; ) {
      await this.#house.step();
      const batch = this.#house.log.slice(at);
      await this.#house.step();
      this.topic.push(...batch.filter((event) => this.#house.kind(event).owner === this.owner));
      await this.#house.step();
      at += batch.length;
      this.#relayed.advance(at);
    }
  }

  async #follow(): Promise<void> {
    for (let at = 0; !this.stopped; ) {
      await this.#house.step();
      const batch = this.#house.log.slice(at);
      for (const event of batch) if (this.#house.kind(event).owner === this.owner) await this.#react(event);
      at += batch.length;
      this.#own.advance(at);
    }
  }

  async #consume(): Promise<void> {
    while (!this.stopped) {
      await this.#house.step();
      for (const { owner, topic } of this.#followed()) {
        const at = this.#offsets.get(owner) ?? 0;
        const event = topic[at];
        if (event === undefined) continue;
        await this.#react(event);
        this.#offsets.set(owner, at + 1);
      }
    }
  }

  async #react(event: Event): Promise<void> {
    for (const kind of this.#house.kind(event).causes) {
      if (this.#house.owner(kind) !== this.owner) continue;
      await this.#house.step();
      this.#lastEffect = this.#house.append(kind, event).position;
    }
  }
}

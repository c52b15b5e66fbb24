import type { Position } from '../ports/event.ts';
import type { Change, Collection, CollectionSpec, ReadModels } from '../ports/read-models.ts';

/** An event that a policy could not handle; the rest of its key waits behind it, others go on. */
export interface Parked {
  readonly id: string;
  readonly policy: string;
  readonly key: string;
  readonly position: Position;
  readonly stream: string;
  readonly eventId: string;
  readonly eventType: string;
  /** Why; for those that only wait behind another, `waits`. */
  readonly reason: string;
  readonly waits: boolean;
}

/** The same event is parked once for a policy, however often it comes. */
export function parkedId(policy: { readonly name: string }, event: { readonly id: string }): string {
  return `${policy.name}:${event.id}`;
}

/** The parked events of one service's policies; kept with the checkpoint, in one commit. */
export class ParkingLot {
  readonly collection: string;
  readonly #readModels: ReadModels;
  readonly #documents: Collection<Parked>;
  /** Ids of what is parked, by policy and key. */
  #held = new Map<string, Set<string>>();
  /** Whether the last commit succeeded; otherwise what is kept is not known here. */
  #settled = true;
  /** Whether what is parked may be other than it is known here, because a commit of it failed. */
  #unsure = false;
  /** Commits, and looks at what is kept, come one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(collection: string, readModels: ReadModels, documents: Collection<Parked>) {
    this.collection = collection;
    this.#readModels = readModels;
    this.#documents = documents;
  }

  static async open(service: string, readModels: ReadModels): Promise<ParkingLot> {
    const spec: CollectionSpec = {
      name: `${service}.policies@1`,
      fields: ['policy', 'key', 'position'],
      lists: [],
    };
    const lot = new ParkingLot(spec.name, readModels, await readModels.open<Parked>(spec));
    await lot.#look();
    return lot;
  }

  /**
   * After a commit that failed, reads what is parked again: it may have been parked all the same, or another process may have
   * parked or released something.
   */
  settle(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#settled) return;
      await this.#readModels.checkpoint(this.collection);
      await this.#look();
      this.#settled = true;
      this.#unsure = false;
    });
  }

  /** Settles if a commit that parked or released something failed: until then nobody knows what waits. */
  async settleParked(): Promise<void> {
    if (this.#unsure) await this.settle();
  }

  /** Moves the checkpoint alone. Rejects while the read models are away; the next one makes up for it. */
  async keep(checkpoint: string): Promise<void> {
    await this.settle();
    await this.commit([], checkpoint);
  }

  holds(policy: string, key: string): boolean {
    return this.#held.has(`${policy} ${key}`);
  }

  /** Whether this very event is parked: feeds deliver at least once. */
  has(policy: string, event: { readonly id: string; readonly metadata: { readonly key: string } }): boolean {
    return this.#held.get(`${policy} ${event.metadata.key}`)?.has(parkedId({ name: policy }, event)) ?? false;
  }

  get size(): number {
    return [...this.#held.values()].reduce((sum, each) => sum + each.size, 0);
  }

  note({ policy, key, id }: Parked): void {
    const held = this.#held.get(`${policy} ${key}`) ?? new Set();
    this.#held.set(`${policy} ${key}`, held.add(id));
  }

  release({ policy, key, id }: Parked): void {
    const held = this.#held.get(`${policy} ${key}`);
    held?.delete(id);
    if (held?.size === 0) this.#held.delete(`${policy} ${key}`);
  }

  async list(filter: { policy?: string; key?: string } = {}): Promise<readonly Parked[]> {
    const page = await this.#documents.find({ filter, sort: { field: 'position' }, limit: 1000 });
    return page.items;
  }

  commit(changes: readonly Change[], checkpoint: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#settled = false;
      this.#unsure ||= changes.length > 0;
      await this.#readModels.commit(this.collection, changes, checkpoint);
      this.#settled = true;
      this.#unsure = false;
    });
  }

  async #look(): Promise<void> {
    const found: Parked[] = [];
    for await (const doc of this.#readModels.scan(this.collection)) found.push(doc as Parked);
    this.#held = new Map();
    for (const parked of found) this.note(parked);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

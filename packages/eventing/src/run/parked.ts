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

/** The parked events of one service's policies; kept with the checkpoint, in one commit. */
export class ParkingLot {
  readonly collection: string;
  readonly #readModels: ReadModels;
  readonly #documents: Collection<Parked>;
  readonly #held = new Map<string, number>();

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
    for await (const doc of readModels.scan(spec.name)) lot.#count(doc as Parked, 1);
    return lot;
  }

  holds(policy: string, key: string): boolean {
    return (this.#held.get(`${policy} ${key}`) ?? 0) > 0;
  }

  get size(): number {
    return [...this.#held.values()].reduce((sum, each) => sum + each, 0);
  }

  note(parked: Parked): void {
    this.#count(parked, 1);
  }

  release(parked: Parked): void {
    this.#count(parked, -1);
  }

  async list(filter: { policy?: string; key?: string } = {}): Promise<readonly Parked[]> {
    const page = await this.#documents.find({ filter, sort: { field: 'position' }, limit: 1000 });
    return page.items;
  }

  async commit(changes: readonly Change[], checkpoint: string): Promise<void> {
    await this.#readModels.commit(this.collection, changes, checkpoint);
  }

  #count(parked: Parked, by: 1 | -1): void {
    const held = `${parked.policy} ${parked.key}`;
    this.#held.set(held, (this.#held.get(held) ?? 0) + by);
  }
}

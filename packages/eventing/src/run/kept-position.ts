import type { Position } from '../ports/event.ts';
import type { ReadModels } from '../ports/read-models.ts';

/**
 * How far something has come in the record, kept in read models that have no documents. It only ever moves on: after an attempt
 * to keep it that failed, what is kept is read first, for the attempt may have succeeded, or another process may be further.
 */
export class KeptPosition {
  readonly #readModels: ReadModels;
  readonly #collection: string;
  #at: Position;
  #known = true;

  private constructor(readModels: ReadModels, collection: string, at: Position) {
    this.#readModels = readModels;
    this.#collection = collection;
    this.#at = at;
  }

  static async open(readModels: ReadModels, collection: string): Promise<KeptPosition> {
    await readModels.open({ name: collection, fields: [], lists: [] });
    return new KeptPosition(readModels, collection, await kept(readModels, collection));
  }

  get at(): Position {
    return this.#at;
  }

  async keep(position: Position): Promise<void> {
    if (!this.#known) this.#at = await kept(this.#readModels, this.#collection);
    this.#known = true;
    if (position <= this.#at) return;
    this.#known = false;
    await this.#readModels.commit(this.#collection, [], String(position));
    this.#at = position;
    this.#known = true;
  }
}

async function kept(readModels: ReadModels, collection: string): Promise<Position> {
  return Number((await readModels.checkpoint(collection)) ?? 0);
}

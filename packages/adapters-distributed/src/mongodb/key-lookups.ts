import type { Binary, Collection } from 'mongodb';
import { QUERY_MS } from './connection.ts';
import { reaching } from './unavailable.ts';

/** A key as MongoDB holds it: wrapped under the master key, which it never sees. */
export interface WrappedKey {
  readonly _id: string;
  readonly wrapped: Binary;
}

/**
 * Looks keys up; those asked for in one turn of the event loop go to the server in one question, as a history opens hundreds.
 * Nothing is remembered.
 */
export class KeyLookups {
  readonly #keys: Collection<WrappedKey>;
  #asked = new Set<string>();
  #answer: Promise<ReadonlyMap<string, Binary>> | undefined;

  constructor(keys: Collection<WrappedKey>) {
    this.#keys = keys;
  }

  /** @throws MongoUnavailable */
  async find(id: string): Promise<Binary | undefined> {
    this.#asked.add(id);
    this.#answer ??= new Promise((resolve) => setImmediate(resolve)).then(() => this.#ask());
    return (await this.#answer).get(id);
  }

  async #ask(): Promise<ReadonlyMap<string, Binary>> {
    const ids = [...this.#asked];
    this.#asked = new Set();
    this.#answer = undefined;
    const found = await reaching(() =>
      this.#keys.find({ _id: { $in: ids } }, { maxTimeMS: QUERY_MS }).toArray(),
    );
    return new Map(found.map(({ _id, wrapped }) => [_id, wrapped]));
  }
}

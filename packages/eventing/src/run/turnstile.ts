/** Lets one through at a time per key, in the order of arrival. */
export class Turnstile {
  readonly #tails = new Map<string, Promise<unknown>>();

  async pass<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }
}

import { EventStoreUnavailable } from './event-store-unavailable.ts';
import { mayPass } from './passing-errors.ts';

const FIRST_DELAY_MS = 20;
const LONGEST_DELAY_MS = 1_000;

/** Delays that double, each a little shorter than it could be, so that those who failed together do not return together. */
export class BackOff {
  readonly #longest: number;
  #next = FIRST_DELAY_MS;

  constructor(longestMs: number = LONGEST_DELAY_MS) {
    this.#longest = longestMs;
  }

  get nextMs(): number {
    const delay = this.#next * (0.5 + Math.random() / 2);
    this.#next = Math.min(this.#next * 2, this.#longest);
    return delay;
  }

  reset(): void {
    this.#next = FIRST_DELAY_MS;
  }
}

/**
 * Tries until it succeeds, as long as what goes wrong may pass; between two tries it waits longer and longer.
 * @throws EventStoreUnavailable when the time is over, and at once whatever will not pass
 */
export async function again<T>(withinMs: number, attempt: (number: number) => Promise<T>): Promise<T> {
  const end = performance.now() + withinMs;
  const backOff = new BackOff();
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!mayPass(error)) throw error;
      const delay = backOff.nextMs;
      if (performance.now() + delay > end) throw new EventStoreUnavailable(error);
      await new Promise((wake) => setTimeout(wake, delay));
    }
  }
}

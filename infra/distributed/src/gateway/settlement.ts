import type { Position } from '@jiandu/eventing';
import { type ServiceApart, type Settled, settleApart } from './settle-apart.ts';

/** Told how long a wait took and how it came out. */
export type OnWaited = (outcome: 'settled' | 'late' | 'away', seconds: number) => void;

/**
 * Remembers how far everything is settled: what has followed from a position stays done, so nobody asks again. Those who wait for
 * the same position wait together.
 */
export class Settlement {
  readonly #services: readonly ServiceApart[];
  readonly #onWaited: OnWaited;
  readonly #waiting = new Map<Position, Promise<Settled>>();
  /** All that follows from positions up to `from` lies at or before `upTo`. */
  #known: { readonly from: Position; readonly upTo: Position } = { from: 0, upTo: 0 };

  constructor(services: readonly ServiceApart[], onWaited: OnWaited = () => undefined) {
    this.#services = services;
    this.#onWaited = onWaited;
  }

  settle(position: Position, withinMs: number): Promise<Settled> {
    const { from, upTo } = this.#known;
    if (position <= from)
      return Promise.resolve({ settled: true, upTo: Math.max(position, upTo), closed: true });
    const shared = this.#waiting.get(position);
    if (shared !== undefined) return shared;
    const mine = this.#wait(position, withinMs).finally(() => this.#waiting.delete(position));
    this.#waiting.set(position, mine);
    return mine;
  }

  async #wait(position: Position, withinMs: number): Promise<Settled> {
    const began = performance.now();
    const settled = await settleApart(this.#services, position, withinMs);
    this.#onWaited(settled.settled ? 'settled' : settled.why, (performance.now() - began) / 1000);
    if (settled.settled) {
      const from = settled.closed ? settled.upTo : position;
      if (from > this.#known.from) this.#known = { from, upTo: settled.upTo };
    }
    return settled;
  }
}

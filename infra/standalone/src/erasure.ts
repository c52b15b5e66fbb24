import type { EventStore, KeyRing, Position, Subscription } from '@jiandu/eventing';
import { Progress, sealingKeys } from '@jiandu/eventing';

/** Category whose streams hold reporters' data. */
const LEADS = 'intake.lead';

/**
 * Destroys the keys of a reporter's data when the log says `ReporterErased`. The log itself tells which keys: those under which
 * anything in the stream is sealed. Doing it again after a crash finds them gone already.
 */
export class Erasure {
  readonly #store: EventStore;
  readonly #keys: KeyRing;
  readonly #subscription: Subscription;
  readonly #progress = new Progress('erasure');

  constructor(store: EventStore, keys: KeyRing) {
    this.#store = store;
    this.#keys = keys;
    this.#subscription = store.subscribe(0, { categories: [LEADS] }, async (batch, upTo) => {
      for (const event of batch) if (event.type === 'ReporterErased') await this.#erase(event.stream);
      this.#progress.advance(upTo);
    });
  }

  /** Resolves with `true` once every erasure up to a position is done. */
  reach(position: Position, withinMs: number): Promise<boolean> {
    return this.#progress.reach(position, withinMs);
  }

  stop(): Promise<void> {
    return this.#subscription.stop();
  }

  async #erase(stream: string): Promise<void> {
    const events = await this.#store.readStream(stream);
    const ids = [...new Set(events.flatMap((event) => sealingKeys(event.data)))];
    const left = ids.filter((id) => this.#keys.find(id) !== undefined);
    if (left.length > 0) await this.#keys.destroy(left);
  }
}

import type { EventStore, KeyRing, Position, ReadModels, Subscription } from '@jiandu/eventing';
import { KeptPosition, Progress, sealingKeys } from '@jiandu/eventing';

/** Category whose streams hold reporters' data. */
const LEADS = 'intake.lead';

/** Where its checkpoint is kept. */
const CHECKPOINT = 'house.erasure@1';

/** Deliveries after which the checkpoint is kept although nothing was erased. */
const IDLE_DELIVERIES = 64;

/**
 * Destroys the keys of a reporter's data when the log says `ReporterErased`. The log itself tells which keys: those under which
 * anything in the stream is sealed. Doing it again after a crash finds them gone already.
 */
export class Erasure {
  readonly #store: EventStore;
  readonly #keys: KeyRing;
  readonly #kept: KeptPosition;
  readonly #progress = new Progress('erasure');
  #subscription: Subscription | undefined;
  #idle = 0;

  private constructor(store: EventStore, keys: KeyRing, kept: KeptPosition) {
    this.#store = store;
    this.#keys = keys;
    this.#kept = kept;
    this.#progress.advance(kept.at);
  }

  static async start(store: EventStore, keys: KeyRing, readModels: ReadModels): Promise<Erasure> {
    const kept = await KeptPosition.open(readModels, CHECKPOINT);
    const erasure = new Erasure(store, keys, kept);
    erasure.#subscription = store.subscribe(kept.at, { categories: [LEADS] }, async (batch, upTo) => {
      const erased = batch.filter((event) => event.type === 'ReporterErased');
      for (const { stream } of erased) await erasure.#erase(stream);
      erasure.#idle += 1;
      if (erased.length > 0 || erasure.#idle >= IDLE_DELIVERIES) await erasure.#keep(upTo);
      erasure.#progress.advance(upTo);
    });
    return erasure;
  }

  /** Resolves with `true` once every erasure up to a position is done. */
  reach(position: Position, withinMs: number): Promise<boolean> {
    return this.#progress.reach(position, withinMs);
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
  }

  async #keep(position: Position): Promise<void> {
    await this.#kept.keep(position);
    this.#idle = 0;
  }

  async #erase(stream: string): Promise<void> {
    const events = await this.#store.readStream(stream);
    const ids = [...new Set(events.flatMap((event) => sealingKeys(event.data)))];
    const found = await Promise.all(ids.map((id) => this.#keys.find(id)));
    const left = found.flatMap((key) => (key === undefined ? [] : [key.id]));
    if (left.length > 0) await this.#keys.destroy(left);
  }
}

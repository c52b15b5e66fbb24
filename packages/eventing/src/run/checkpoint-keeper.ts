import type { Checkpoint } from '../ports/event-feed.ts';

/** The checkpoint is kept at most so often; what was handled since is handled again after a crash, and changes nothing. */
const KEEP_EVERY_MS = 100;

/**
 * Keeps the newest checkpoint of a consumer whose effects do not depend on it, a moment later: the next event does not wait for
 * it. While it cannot be kept the consumer goes on, and more is repeated after a crash.
 */
export class CheckpointKeeper {
  readonly #keep: (checkpoint: Checkpoint) => Promise<void>;
  readonly #everyMs: number;
  #newest: Checkpoint | undefined;
  #kept: Checkpoint | undefined;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  /** `keep` rejects while it is impossible; it is called again. `everyMs`: 100 unless told. */
  constructor(keep: (checkpoint: Checkpoint) => Promise<void>, everyMs = KEEP_EVERY_MS) {
    this.#keep = keep;
    this.#everyMs = everyMs;
  }

  keepSoon(checkpoint: Checkpoint): void {
    this.#newest = checkpoint;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#last = this.#try();
    }, this.#everyMs);
  }

  /** Tries once more, and no longer. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#last;
    await this.#try();
    clearTimeout(this.#timer);
  }

  async #try(): Promise<void> {
    const checkpoint = this.#newest;
    if (checkpoint === undefined || checkpoint === this.#kept) return;
    try {
      await this.#keep(checkpoint);
      this.#kept = checkpoint;
    } catch {
      this.keepSoon(this.#newest ?? checkpoint);
    }
  }
}

/**
 * Reads on while what was read is being used, but not further ahead than told: memory stays bounded and the source is held
 * back. Whoever is slow takes larger batches, whoever is quick takes each piece as it comes.
 */
export class ReadAhead<T> {
  readonly #limit: number;
  #ready: T[] = [];
  #ended = false;
  #failure: { readonly error: unknown } | undefined;
  readonly #stopping = new AbortController();
  #wakeTaker: () => void = () => undefined;
  #wakeReader: () => void = () => undefined;

  /** The source ends when its signal says so, also while it waits. */
  constructor(source: (signal: AbortSignal) => AsyncIterable<readonly T[]>, limit: number) {
    this.#limit = limit;
    void this.#read(source(this.#stopping.signal));
  }

  /** Up to so many, as soon as there is one; none when the source has ended. @throws what the source threw, once it is its turn */
  async take(most: number): Promise<readonly T[]> {
    while (this.#ready.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wakeTaker = resolve;
      });
    }
    if (this.#ready.length === 0 && this.#failure !== undefined) throw this.#failure.error;
    const taken = this.#ready.slice(0, most);
    this.#ready = this.#ready.slice(most);
    this.#wakeReader();
    return taken;
  }

  /** Reads no further. */
  stop(): void {
    this.#stopping.abort();
    this.#ready = [];
    this.#wakeReader();
  }

  async #read(pieces: AsyncIterable<readonly T[]>): Promise<void> {
    try {
      for await (const piece of pieces) {
        this.#ready.push(...piece);
        this.#wakeTaker();
        if (this.#stopping.signal.aborted) break;
        while (this.#ready.length >= this.#limit && !this.#stopping.signal.aborted) {
          await new Promise<void>((resolve) => {
            this.#wakeReader = resolve;
          });
        }
      }
    } catch (error) {
      this.#failure = { error };
    }
    this.#ended = true;
    this.#wakeTaker();
  }
}

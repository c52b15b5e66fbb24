import type { Position } from '../ports/event.ts';

/** How far something has come in the log, and those who wait for it to come further. */
export class Progress {
  readonly name: string;
  #at: Position = 0;
  #waiting: { readonly wanted: Position; readonly wake: () => void }[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get at(): Position {
    return this.#at;
  }

  advance(position: Position): void {
    if (position <= this.#at) return;
    this.#at = position;
    const ready = this.#waiting.filter((each) => each.wanted <= position);
    if (ready.length === 0) return;
    this.#waiting = this.#waiting.filter((each) => each.wanted > position);
    for (const each of ready) each.wake();
  }

  /** Resolves with `true` when the position is reached, with `false` when it is not within the time. */
  async reach(wanted: Position, withinMs: number): Promise<boolean> {
    if (this.#at >= wanted) return true;
    if (withinMs <= 0) return false;
    return new Promise<boolean>((resolve) => {
      const waiter = {
        wanted,
        wake: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((each) => each !== waiter);
        resolve(false);
      }, withinMs);
      this.#waiting.push(waiter);
    });
  }
}

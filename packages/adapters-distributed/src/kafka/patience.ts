/** Rejects with a plain error when the work takes longer; the work itself goes on unheeded. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Pause before an attempt is repeated the nth time, from 0: doubled each time up to five seconds, somewhat scattered. */
export function backOff(times: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(times, 10));
  return pause * (0.75 + Math.random() / 4);
}

/** Somebody's wish that all this ends, which wakes whoever pauses. */
export class Ending {
  #wanted = false;
  #wake: () => void = () => undefined;
  /** Resolves when it is wanted. */
  readonly asked: Promise<void> = new Promise((resolve) => {
    this.#wake = resolve;
  });

  get wanted(): boolean {
    return this.#wanted;
  }

  want(): void {
    this.#wanted = true;
    this.#wake();
  }

  /** Waits, but not past the end. */
  async pause(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([over, this.asked]);
    clearTimeout(timer);
  }
}

import type { Position, Runtime } from '@jiandu/eventing';
import type { Logger } from 'pino';
import { errorTrace } from '../http/error-trace.ts';

const EVERY_MS = 30_000;

export interface TimerLoopParts {
  readonly runtime: Pick<Runtime, 'tick'>;
  readonly log: Pick<Logger, 'error'>;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

/** Looks for what has fallen due, at the start and every half minute; one look at a time. */
export class TimerLoop {
  readonly #parts: TimerLoopParts;
  #last: Promise<unknown> = Promise.resolve();
  #interval: NodeJS.Timeout | undefined;

  constructor(parts: TimerLoopParts) {
    this.#parts = parts;
  }

  start(): void {
    const look = () =>
      void this.look().catch((error: unknown) => {
        this.#parts.log.error({ error: errorTrace(error) }, 'timers: failed, tried again at the next look');
      });
    look();
    this.#interval = setInterval(look, this.#parts.everyMs ?? EVERY_MS).unref();
  }

  /** Looks once, after any look under way; answers the newest position it caused, 0 for none. */
  look(): Promise<Position> {
    const mine = this.#last.then(async () => {
      const { position, failed } = await this.#parts.runtime.tick();
      if (failed.length > 0) this.#parts.log.error({ failed }, 'timers: refused against expectation');
      return position;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when no look is under way and none will follow. */
  async stop(): Promise<void> {
    clearInterval(this.#interval);
    await this.#last;
  }
}

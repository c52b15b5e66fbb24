import type { Checkpoint } from '@jiandu/eventing';
import { type Offsets, readCheckpoint, writeCheckpoint } from './checkpoint.ts';

export interface Place {
  readonly topic: string;
  readonly partition: number;
}

/** A place in a partition: the offset of the next message to handle. */
export interface Step extends Place {
  readonly next: number;
}

interface Waiting {
  readonly wanted: readonly Step[];
  readonly wake: () => void;
}

/** How far a consumer has come in each partition, and those who wait for it to come further. */
export class Standing {
  readonly #next = new Map<string, Map<number, number>>();
  #waiting: Waiting[] = [];

  /** Throws a `RangeError` for a checkpoint of another feed. */
  constructor(checkpoint: Checkpoint | undefined) {
    const offsets: Offsets = checkpoint === undefined ? {} : readCheckpoint(checkpoint);
    for (const [topic, partitions] of Object.entries(offsets)) {
      for (const [partition, next] of Object.entries(partitions))
        this.#put({ topic, partition: Number(partition), next });
    }
  }

  /** `undefined` where nothing was handled yet: from the beginning. */
  next({ topic, partition }: Place): number | undefined {
    return this.#next.get(topic)?.get(partition);
  }

  /** Everything handled up to now and these steps, as text. */
  checkpointWith(steps: readonly Step[]): Checkpoint {
    const next: Record<string, Record<string, number>> = {};
    for (const [topic, partitions] of this.#next) next[topic] = Object.fromEntries(partitions);
    for (const step of steps) {
      const partitions = next[step.topic] ?? {};
      partitions[step.partition] = step.next;
      next[step.topic] = partitions;
    }
    return writeCheckpoint(next);
  }

  /** A step may also lead back, where a topic has lost what was handled. */
  take(steps: readonly Step[]): void {
    for (const step of steps) this.#put(step);
    const ready = this.#waiting.filter(({ wanted }) => this.hasReached(wanted));
    if (ready.length === 0) return;
    this.#waiting = this.#waiting.filter((each) => !ready.includes(each));
    for (const each of ready) each.wake();
  }

  hasReached(wanted: readonly Step[]): boolean {
    return wanted.every((step) => (this.next(step) ?? 0) >= step.next);
  }

  /** Resolves with `true` when all of it is reached, with `false` when it is not within the time. */
  async reach(wanted: readonly Step[], withinMs: number): Promise<boolean> {
    if (this.hasReached(wanted)) return true;
    if (withinMs <= 0) return false;
    return new Promise<boolean>((resolve) => {
      const waiting: Waiting = {
        wanted,
        wake: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        resolve(false);
      }, withinMs);
      this.#waiting.push(waiting);
    });
  }

  /** Every partition with a place. */
  steps(): readonly Step[] {
    return [...this.#next].flatMap(([topic, partitions]) =>
      [...partitions].map(([partition, next]) => ({ topic, partition, next })),
    );
  }

  #put({ topic, partition, next }: Step): void {
    const partitions = this.#next.get(topic) ?? new Map<number, number>();
    partitions.set(partition, next);
    this.#next.set(topic, partitions);
  }
}

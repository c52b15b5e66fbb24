import {
  type FaultCounts,
  type FaultName,
  type FaultToArm,
  type Operation,
  usualOperations,
} from './fault.ts';
import { seededDie } from './seeded-die.ts';

interface Armed {
  readonly fault: FaultToArm;
  readonly operations: readonly Operation[];
  /** A number of at least 0, below 1. */
  readonly draw: () => number;
  /** On the monotonic clock, in milliseconds. */
  readonly until: number;
  left: number;
}

/** Which faults are switched on, and how often each has fired. */
export class Switchboard {
  #armed: Armed[] = [];
  readonly #counts: Record<FaultName, number> = {
    refuse: 0,
    delay: 0,
    'drop-after-append': 0,
    'drop-subscription': 0,
    'not-leader': 0,
    'disk-full': 0,
  };
  readonly #listeners = new Set<() => void>();

  arm(fault: FaultToArm): void {
    this.#armed.push({
      fault,
      operations: fault.operations ?? usualOperations(fault.fault),
      draw: seededDie(fault.seed ?? 1),
      until: fault.forMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + fault.forMs,
      left: fault.calls ?? Number.POSITIVE_INFINITY,
    });
    for (const listener of [...this.#listeners]) listener();
  }

  clear(): void {
    this.#armed = [];
  }

  /** Whether this fault strikes this call; if so it is counted, and the fault says how. */
  strikes(name: FaultName, operation: Operation): FaultToArm | undefined {
    if (this.#armed.length === 0) return undefined;
    const now = performance.now();
    this.#armed = this.#armed.filter(({ until, left }) => left > 0 && until > now);
    for (const armed of this.#armed) {
      if (armed.fault.fault !== name || !armed.operations.includes(operation)) continue;
      if (armed.fault.share !== undefined && armed.draw() >= armed.fault.share) continue;
      armed.left -= 1;
      this.#counts[name] += 1;
      return armed.fault;
    }
    return undefined;
  }

  counts(): FaultCounts {
    return { ...this.#counts };
  }

  /** Calls back when a fault is switched on, until the answer is called. */
  onArmed(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

import type { Instant, Refusal, WallClock } from '@jiandu/eventing';
import { refuseByHost } from '../host-refusals.ts';

/** The time of the machine. */
export const wallClock: WallClock = { now: () => new Date().toISOString() };

/**
 * A clock for demonstration and tests that can be put forward and stands still where it was put; `release` lets it run with
 * the wall again. It never goes back: facts recorded later would lie before facts recorded earlier.
 */
export class DemoClock implements WallClock {
  readonly #wall: WallClock;
  #standsAt: Instant | undefined;

  /** Stands at an instant from the start, or runs with the wall. */
  constructor(standsAt?: Instant, wall: WallClock = wallClock) {
    this.#standsAt = standsAt === undefined ? undefined : utc(standsAt);
    this.#wall = wall;
  }

  now(): Instant {
    return this.#standsAt ?? this.#wall.now();
  }

  /** Whether it stands still. */
  get stands(): boolean {
    return this.#standsAt !== undefined;
  }

  /** Puts the clock forward to an instant; the same instant is fine. */
  set(instant: Instant): Refusal | undefined {
    const wanted = utc(instant);
    if (wanted < this.now()) return refuseByHost('clock.backwards', { field: 'now', now: this.now() });
    this.#standsAt = wanted;
    return undefined;
  }

  /** Runs with the wall again; refused when the wall is behind. */
  release(): Refusal | undefined {
    if (this.#wall.now() < this.now()) return refuseByHost('clock.backwards', { now: this.now() });
    this.#standsAt = undefined;
    return undefined;
  }
}

/** One spelling for one instant, so that instants compare as text. */
function utc(instant: Instant): Instant {
  return new Date(instant).toISOString();
}

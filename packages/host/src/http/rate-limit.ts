/** How fast one caller may ask. */
export interface RateLimit {
  /** Requests a second in the long run; 0 switches the limit off. */
  readonly perSecond: number;
  /** Requests at once. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  /** Monotonic milliseconds of the last refill. */
  at: number;
}

const MOST_CALLERS = 10_000;

/** A token bucket per caller, in memory; the callers longest silent are forgotten first. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit, now: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Takes one token: 0 when there was one, otherwise the whole seconds until there is. */
  take(caller: string): number {
    const { perSecond, burst } = this.#limit;
    if (perSecond === 0) return 0;
    const now = this.#now();
    const bucket = this.#buckets.get(caller) ?? this.#newcomer(caller, now);
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  }

  #newcomer(caller: string, now: number): Bucket {
    if (this.#buckets.size >= MOST_CALLERS) this.#forgetSilent();
    const bucket = { tokens: this.#limit.burst, at: now };
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  #forgetSilent(): void {
    const silent = [...this.#buckets].sort(([, a], [, b]) => a.at - b.at).slice(0, MOST_CALLERS / 2);
    for (const [caller] of silent) this.#buckets.delete(caller);
  }
}

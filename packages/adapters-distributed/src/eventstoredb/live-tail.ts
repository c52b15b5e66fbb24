import { categoryOf, type LogFilter, type Position, type Recorded } from '@jiandu/eventing';
import type { Stretch } from './log-reading.ts';
import type { WireEvent } from './wire-event.ts';

/** Events kept at most, and bytes of their contents. */
const MAX_EVENTS = 4_096;
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The newest events in memory, so that many live subscriptions receive and parse each of them once. A subscription that is so
 * slow that what it needs next has been let go of reads for itself.
 */
export class LiveTail {
  /** All events of ours after `#from`, up to `#upTo`, both ends of which are places of events. */
  #events: WireEvent[] = [];
  #from: Position = Number.POSITIVE_INFINITY;
  #upTo: Position = 0;
  #bytes = 0;
  #waiting = new Set<() => void>();

  /** The newest position it knows of; 0 before it has begun. */
  get upTo(): Position {
    return this.#upTo;
  }

  get hasBegun(): boolean {
    return this.#from !== Number.POSITIVE_INFINITY;
  }

  /** From now on it holds what comes after a position. */
  begin(after: Position): void {
    this.#from = after;
    this.#upTo = after;
    this.#wake();
  }

  /** Adds what came, in log order; what it has already is passed over. */
  push(events: readonly WireEvent[]): void {
    for (const event of events) {
      if (event.position <= this.#upTo) continue;
      this.#events.push(event);
      this.#bytes += event.bytes;
      this.#upTo = event.position;
    }
    if (this.#events.length > MAX_EVENTS || this.#bytes > MAX_BYTES) this.#shorten();
    this.#wake();
  }

  /** Whether it holds everything after a position. */
  reachesBackTo(position: Position): boolean {
    return position >= this.#from;
  }

  /** Up to `limit` events after a position, or nothing when it does not reach back that far. */
  after(after: Position, limit: number, { categories }: LogFilter): Stretch | undefined {
    if (!this.reachesBackTo(after)) return undefined;
    const events: Recorded[] = [];
    for (let at = this.#firstAfter(after); at < this.#events.length; at += 1) {
      const kept = this.#events[at];
      if (kept === undefined || !passes(kept, categories)) continue;
      const { event } = kept;
      if (event === undefined) continue;
      events.push(event);
      if (events.length === limit) return { events, upTo: event.position };
    }
    return { events, upTo: Math.max(after, this.#upTo) };
  }

  /** Resolves when something has come, or the signal tells to stop waiting. */
  async change(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  #firstAfter(position: Position): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#events[middle]?.position ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #shorten(): void {
    const gone = Math.ceil(this.#events.length / 2);
    this.#from = this.#events[gone - 1]?.position ?? this.#from;
    this.#events = this.#events.slice(gone);
    this.#bytes = this.#events.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

function passes({ stream }: WireEvent, categories: readonly string[] | undefined): boolean {
  return categories === undefined || categories.includes(categoryOf(stream));
}

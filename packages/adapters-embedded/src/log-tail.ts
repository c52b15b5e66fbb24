import type { Position, Recorded } from '@jiandu/eventing';
import { type LogEntry, passes, recordedOf } from './log-entry.ts';

/** Entries kept at most. */
export const MAX_ENTRIES = 2_048;
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** A stretch of the log. */
export interface Stretch {
  readonly events: readonly Recorded[];
  readonly upTo: Position;
}

/**
 * The newest events in memory, so that many live subscriptions read and parse each of them once. Events are parsed
 * from their stored text, never taken from the appender: subscribers see what a later reader will see.
 */
export class LogTail {
  #entries: { readonly entry: LogEntry; event?: Recorded }[] = [];
  #characters = 0;

  /** Adds the entries of a committed group; they follow without a hole. */
  push(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      this.#entries.push({ entry });
      this.#characters += entry.body.length;
    }
    if (this.#entries.length > MAX_ENTRIES || this.#characters > MAX_CHARACTERS) this.#shorten();
  }

  /** Up to `limit` events after a position, or nothing when the tail does not reach back that far. */
  after(after: Position, limit: number, categories?: readonly string[]): Stretch | undefined {
    const first = this.#entries[0]?.entry.position;
    if (first === undefined || after + 1 < first) return undefined;
    const events: Recorded[] = [];
    for (let index = after + 1 - first; index < this.#entries.length; index++) {
      const slot = this.#entries[index];
      if (slot === undefined || !passes(slot.entry.stream, categories)) continue;
      slot.event ??= recordedOf(slot.entry);
      events.push(slot.event);
      if (events.length === limit) return { events, upTo: slot.event.position };
    }
    return { events, upTo: Math.max(after, first + this.#entries.length - 1) };
  }

  /** The log may hold more than was pushed: subscriptions read from the disk again. */
  forget(): void {
    this.#entries = [];
    this.#characters = 0;
  }

  #shorten(): void {
    this.#entries = this.#entries.slice(Math.ceil(this.#entries.length / 2));
    this.#characters = this.#entries.reduce((sum, { entry }) => sum + entry.body.length, 0);
    if (this.#characters > MAX_CHARACTERS) this.forget();
  }
}

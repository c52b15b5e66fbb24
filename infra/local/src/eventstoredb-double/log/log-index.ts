import { NO_REVISION, type StoredEvent, TOMBSTONE } from './stored-event.ts';
import { limitsIn, NO_LIMITS, type StreamLimits } from './stream-limits.ts';

interface Stream {
  readonly name: string;
  /** By revision, the tombstone last. */
  readonly events: StoredEvent[];
  /** Revisions by event id; made when somebody first asks. */
  ids?: Map<string, number>;
}

const NOTHING: readonly StoredEvent[] = [];

/** Everything that is durable, in memory: in log order and by stream. */
export class LogIndex {
  readonly #all: StoredEvent[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #limits = new Map<string, StreamLimits>();
  readonly #types = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  /** Every event in log order; grows while it is held. */
  get all(): readonly StoredEvent[] {
    return this.#all;
  }

  /** Events of a stream by revision, a tombstone last; grows while it is held if the stream exists. */
  events(stream: string): readonly StoredEvent[] {
    return this.#streams.get(stream)?.events ?? NOTHING;
  }

  /** Revision of the newest event, `NO_REVISION` or `TOMBSTONE`. */
  lastRevision(stream: string): number {
    return this.events(stream).at(-1)?.revision ?? NO_REVISION;
  }

  limits(stream: string): StreamLimits {
    return this.#limits.get(stream) ?? NO_LIMITS;
  }

  /** Where an event of this id stands in the stream. */
  revisionOf(stream: string, id: string): number | undefined {
    const known = this.#streams.get(stream);
    if (known === undefined) return undefined;
    known.ids ??= new Map(known.events.map((event) => [event.id, event.revision]));
    return known.ids.get(id);
  }

  /** Adds what has become durable. */
  add(event: StoredEvent): void {
    const stream = this.#streamNamed(event.stream);
    // One text for each stream and type, however many events name it.
    const shared = { ...event, stream: stream.name, type: this.#shared(event.type) };
    stream.events.push(shared);
    stream.ids?.set(event.id, event.revision);
    this.#all.push(shared);
    if (event.stream.startsWith('$$')) this.#limits.set(event.stream.slice(2), limitsIn(event));
  }

  /** Number of the first event in log order at or behind a position. */
  at(position: number): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#all[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Calls back whenever something was added, until the answer is called. */
  onGrowth(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Whether a stream was closed for ever. */
  isTombstoned(stream: string): boolean {
    return this.lastRevision(stream) === TOMBSTONE;
  }

  #streamNamed(name: string): Stream {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const made: Stream = { name, events: [] };
    this.#streams.set(name, made);
    return made;
  }

  #shared(type: string): string {
    const known = this.#types.get(type);
    if (known === undefined) this.#types.set(type, type);
    return known ?? type;
  }
}

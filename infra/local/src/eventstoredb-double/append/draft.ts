import { encodeFrame, type Frame } from '../log/frame.ts';
import type { LogIndex } from '../log/log-index.ts';
import { NO_REVISION, type ProposedEvent, type StoredEvent } from '../log/stored-event.ts';
import { limitsIn, type StreamLimits } from '../log/stream-limits.ts';

/** The log as it will be when the appends of one group are durable. Nobody but the deciding of that group sees it. */
export class Draft {
  readonly #index: LogIndex;
  readonly #created: number;
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly frames: Frame[] = [];
  #end: number;

  constructor(index: LogIndex, end: number, created: number) {
    this.#index = index;
    this.#end = end;
    this.#created = created;
  }

  lastRevision(stream: string): number {
    return this.#streams.get(stream)?.at(-1)?.revision ?? this.#index.lastRevision(stream);
  }

  event(stream: string, revision: number): StoredEvent | undefined {
    const drafted = this.#streams.get(stream)?.find((event) => event.revision === revision);
    return drafted ?? this.#index.events(stream)[revision];
  }

  /** Where an event of this id stands in the stream. */
  revisionOf(stream: string, id: string): number | undefined {
    const drafted = this.#streams.get(stream)?.find((event) => event.id === id);
    return drafted?.revision ?? this.#index.revisionOf(stream, id);
  }

  limits(stream: string): StreamLimits {
    const metadata = this.#streams.get(`$$${stream}`)?.at(-1);
    return metadata === undefined ? this.#index.limits(stream) : limitsIn(metadata);
  }

  /** Puts the events of one append behind what is there; answers the last of them. */
  add(stream: string, events: readonly ProposedEvent[], firstRevision?: number): StoredEvent | undefined {
    const last = this.lastRevision(stream);
    const first = firstRevision ?? (last === NO_REVISION ? 0 : last + 1);
    const frame = encodeFrame(
      events.map((event, n) => ({ ...event, stream, revision: first + n, created: this.#created })),
      this.#end,
    );
    this.#end += frame.bytes.length;
    this.frames.push(frame);
    const drafted = this.#streams.get(stream) ?? [];
    drafted.push(...frame.events);
    this.#streams.set(stream, drafted);
    return frame.events.at(-1);
  }
}

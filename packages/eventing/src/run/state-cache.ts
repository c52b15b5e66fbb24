import type { Aggregate } from '../declare/aggregate.ts';
import type { Fact } from '../declare/event-definition.ts';
import type { Position, Recorded, Revision, StreamId } from '../ports/event.ts';

/** What a command left behind in a stream; enough to answer its repetition. */
export interface Trace {
  readonly hash: string;
  readonly types: readonly string[];
  readonly revision: Revision;
  readonly position: Position;
}

/** An aggregate folded up to a revision, with the commands that made it. */
export interface Folded {
  state: unknown;
  revision: Revision | 'none';
  readonly traces: Map<string, Trace>;
}

export function emptyFold(aggregate: Aggregate): Folded {
  return { state: aggregate.initial, revision: 'none', traces: new Map() };
}

/** Folds recorded events (newest version) onto a state, and remembers which command each came from. */
export function foldOn(aggregate: Aggregate, folded: Folded, events: readonly Recorded[]): Folded {
  for (const event of events) {
    folded.state = aggregate.evolve(folded.state, event as Fact);
    folded.revision = event.revision;
    const { commandId, commandHash } = event.metadata;
    const before = folded.traces.get(commandId);
    folded.traces.set(commandId, {
      hash: commandHash,
      types: [...(before?.types ?? []), event.type],
      revision: event.revision,
      position: event.position,
    });
  }
  return folded;
}

/** Folded streams, the least recently used forgotten first; always rebuildable from the log. */
export class StateCache {
  readonly #entries = new Map<StreamId, Folded>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(stream: StreamId): Folded | undefined {
    const found = this.#entries.get(stream);
    if (found !== undefined) {
      this.#entries.delete(stream);
      this.#entries.set(stream, found);
    }
    return found;
  }

  put(stream: StreamId, folded: Folded): void {
    this.#entries.delete(stream);
    this.#entries.set(stream, folded);
    if (this.#entries.size <= this.#capacity) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  forget(stream: StreamId): void {
    this.#entries.delete(stream);
  }
}

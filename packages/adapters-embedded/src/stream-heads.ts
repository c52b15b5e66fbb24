import type { Position, Revision, StreamId } from '@jiandu/eventing';

/** The newest event of a stream. */
export interface StreamHead {
  readonly revision: Revision;
  readonly position: Position;
}

/** Head of a stream that does not exist: its first event will have revision 0, and none before it. */
export const NO_STREAM: StreamHead = { revision: -1, position: 0 };

const GENERATION = 16_384;

/**
 * The heads of recently used streams. Two generations instead of a strict least-recently-used order: the
 * older one is forgotten as a whole, so that a lookup costs one or two map reads and memory stays bounded.
 */
export class StreamHeads {
  #young = new Map<StreamId, StreamHead>();
  #old = new Map<StreamId, StreamHead>();

  get(stream: StreamId): StreamHead | undefined {
    return this.#young.get(stream) ?? this.#old.get(stream);
  }

  set(stream: StreamId, head: StreamHead): void {
    this.#young.set(stream, head);
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
  }

  /** After a failed group: what was believed of its streams may be wrong. */
  forget(): void {
    this.#young.clear();
    this.#old.clear();
  }
}

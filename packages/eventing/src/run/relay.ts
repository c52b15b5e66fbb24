import type { Position, Recorded } from '../ports/event.ts';
import type { EventFeed } from '../ports/event-feed.ts';
import type { EventStore, LogFilter } from '../ports/event-store.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Tracer } from '../ports/tracer.ts';
import { CheckpointKeeper } from './checkpoint-keeper.ts';
import { KeptPosition } from './kept-position.ts';
import { Progress } from './progress.ts';
import { tracedFor } from './traced.ts';

export interface RelayParts {
  /** Name of its checkpoint, e.g. `intake.relay`. */
  readonly name: string;
  readonly topic: string;
  /** What of the record it looks at: a service's own categories, or everything. */
  readonly filter: LogFilter;
  /** Which of these events are published; all unless told. */
  readonly select?: (event: Recorded) => boolean;
  readonly store: EventStore;
  readonly feed: EventFeed;
  readonly readModels: ReadModels;
  readonly tracer?: Tracer;
  /** Told of every attempt to publish that failed; it is made again, with back-off, for ever. */
  readonly onFailing?: (topic: string, error: unknown) => void;
}

/** The checkpoint is kept at most so often; what was published since is published again after a crash, which harms nobody. */
const KEEP_EVERY_MS = 200;

/**
 * The outbox is the record itself: a relay follows it and publishes what it finds, in its order. It moves on when the feed has
 * acknowledged, and keeps its checkpoint after that: every event at least once.
 */
export class Relay {
  readonly topic: string;
  /** How far the record has been published. */
  readonly progress: Progress;
  published = 0;
  readonly #parts: RelayParts;
  #subscription: ReturnType<EventStore['subscribe']> | undefined;
  readonly #keeper: CheckpointKeeper;

  private constructor(parts: RelayParts, kept: KeptPosition) {
    this.topic = parts.topic;
    this.progress = new Progress(parts.name);
    this.progress.advance(kept.at);
    this.#parts = parts;
    // While the read models are away nothing is kept; publishing goes on.
    this.#keeper = new CheckpointKeeper((checkpoint) => kept.keep(Number(checkpoint)), KEEP_EVERY_MS);
  }

  static async start(parts: RelayParts): Promise<Relay> {
    const { name, readModels, store, filter } = parts;
    const kept = await KeptPosition.open(readModels, `${name}@1`);
    const relay = new Relay(parts, kept);
    relay.#subscription = store.subscribe(kept.at, filter, (batch, upTo) => relay.#publish(batch, upTo));
    return relay;
  }

  /** What of the record is not looked through yet; positions, not events, where the record counts in bytes. */
  async behind(): Promise<number> {
    return Math.max(0, (await this.#parts.store.head()) - this.progress.at);
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
    await this.#keeper.stop();
  }

  async #publish(batch: readonly Recorded[], upTo: Position): Promise<void> {
    const { topic, feed, select = () => true, onFailing, tracer } = this.#parts;
    const selected = batch.filter(select);
    try {
      if (selected.length > 0) {
        const work = { name: `publish ${topic}`, kind: 'producer' } as const;
        await tracedFor(tracer, work, selected, () => feed.publish(topic, selected));
      }
    } catch (error) {
      onFailing?.(topic, error);
      throw error;
    }
    this.published += selected.length;
    this.progress.advance(upTo);
    this.#keeper.keepSoon(String(upTo));
  }
}

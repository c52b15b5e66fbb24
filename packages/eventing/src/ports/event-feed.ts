import type { Position, Recorded } from './event.ts';

/** Where a consumer stands; opaque to everyone but the adapter that made it (a log position, or partition offsets). */
export type Checkpoint = string;

export interface Consumer {
  /** Name of the consumer group; stands in metrics and in the checkpoint. */
  readonly group: string;
  /** Topics to follow, one a service, e.g. `jiandu.intake.v1`. */
  readonly topics: readonly string[];
  /** Where to go on; from the beginning unless told. */
  readonly checkpoint?: Checkpoint;
  /**
   * Handles a batch; events of one key come in order. The consumer keeps `checkpoint` together with the effects
   * of the batch. A rejection delivers the same batch again, with back-off.
   */
  readonly deliver: (batch: readonly Recorded[], checkpoint: Checkpoint) => Promise<void>;
}

export interface Consumption {
  /** Events published but not yet handled by this consumer, as far as the feed knows. */
  lag(): Promise<number>;
  /**
   * Resolves with `true` once everything recorded up to a position, as far as it is published when this is asked, has been
   * handled; with `false` when the time is over first. What a broker has not been given yet it cannot know of: the relay says
   * how far it is.
   */
  reach(position: Position, withinMs: number): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Public events between services and to analysts. An adapter MUST deliver at least once and in order per key,
 * MUST go on from the given checkpoint, and MUST NOT let one consumer slow another.
 */
export interface EventFeed {
  /**
   * Resolves when the events are with the feed for good, each under the key of its metadata, in the order given. Publishing
   * them again is harmless to consumers.
   */
  publish(topic: string, events: readonly Recorded[]): Promise<void>;
  consume(consumer: Consumer): Promise<Consumption>;
  close(): Promise<void>;
}

/**
 * Type of the event that stands in for a message which is no event: the feed reports it and delivers it under the message's key,
 * with its place and the reason in `data`. So it neither stops what comes after it nor is passed over by those who count on
 * the order of a key. Its id and stream are those of the event that was published, where the message still tells them.
 */
export const UNREADABLE = 'feed.Unreadable';

/** Topic for analysts: events of every service that may leave the house, kept for ever. */
export const OPEN_TOPIC = 'jiandu.open.v1';

/** `intake` → `jiandu.intake.v1`. */
export function topicOf(service: string): string {
  return `jiandu.${service}.v1`;
}

/** `intake.lead` → `jiandu.intake.v1`. */
export function topicOfCategory(category: string): string {
  return topicOf(category.slice(0, category.indexOf('.')));
}

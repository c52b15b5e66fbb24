import type { NewEvent, Recorded, StreamId } from '../ports/event.ts';
import { type Checkpoint, type EventFeed, topicOf } from '../ports/event-feed.ts';
import type { Opened } from './contract-case.ts';
import { freshService, sampleEvents } from './sample-events.ts';

/** A feed, and the record its events come from. */
export interface OpenedFeed extends Opened<EventFeed> {
  /** Appends events to a new stream of the record the feed publishes from. */
  record(stream: StreamId, events: readonly NewEvent[]): Promise<readonly Recorded[]>;
  /**
   * Puts a message that is no event on a topic, under a key; absent where the feed can hold nothing but events, because it
   * gives out the record itself.
   */
  readonly garble?: (topic: string, key: string) => Promise<void>;
}

/** Records events under one key and publishes them. */
export async function publish(
  opened: OpenedFeed,
  service: string,
  key: string,
  count: number,
): Promise<readonly Recorded[]> {
  const events = await opened.record(`${service}.matter-${freshService()}`, sampleEvents(count, key));
  await opened.adapter.publish(topicOf(service), events);
  return events;
}

/** A consumer that keeps what it is given, and its newest checkpoint. */
export async function collect(feed: EventFeed, service: string, group = freshService(), from?: Checkpoint) {
  const seen: Recorded[] = [];
  let reached = from;
  const consumption = await feed.consume({
    group,
    topics: [topicOf(service)],
    ...(from === undefined ? {} : { checkpoint: from }),
    deliver: async (batch, checkpoint) => {
      seen.push(...batch);
      reached = checkpoint;
    },
  });
  return { seen, checkpoint: () => reached, stop: () => consumption.stop() };
}

/** Each id where it comes first: what a consumer makes of repetitions. */
export function firstSights(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

import { forAnalysts, isOpen } from '@jiandu/contracts';
import type { EventFeed, EventStore, Position, ReadModels } from '@jiandu/eventing';

/** What a replay needs, and where it goes. */
export interface ReplayParts {
  /** A topic of its own, see `refuseTopic`. */
  readonly topic: string;
  readonly store: Pick<EventStore, 'readAll' | 'head'>;
  readonly feed: Pick<EventFeed, 'publish'>;
  /** Keeps how far it is: a replay that was stopped goes on there. */
  readonly readModels: Pick<ReadModels, 'open' | 'commit' | 'checkpoint'>;
  readonly onProgress?: (progress: ReplayProgress) => void;
  /** Stops it after the page in hand. */
  readonly signal?: AbortSignal;
  /** Events read at once; 1 000 unless told. */
  readonly pageSize?: number;
}

/** How far a replay is, in positions of the record. */
export interface ReplayProgress {
  readonly at: Position;
  /** Where the record ended when the replay began: it goes to there. */
  readonly end: Position;
  /** Events published in this run. */
  readonly published: number;
}

/** Result of a run; `finished` says whether everything up to `end` is published. */
export interface Replayed extends ReplayProgress {
  readonly finished: boolean;
}

const PAGE = 1_000;
const OWN_TOPIC = /^jiandu\.replay\.[a-z0-9][a-z0-9-]{0,40}\.v1$/;

/** Why a topic is not replayed to: those of the house have their relays, and others' topics are others'. */
export function refuseTopic(topic: string): string | undefined {
  return OWN_TOPIC.test(topic)
    ? undefined
    : `${topic}: a replay goes to a topic of its own, jiandu.replay.<name>.v1 in lower-case letters, digits and hyphens`;
}

/**
 * Publishes the record to a topic as analysts get it, from the first event to where the record ends now. How far it is is kept
 * after each page that the feed has acknowledged, so that a stopped replay goes on and every event comes at least once, in the
 * order of the record. Rejects with what the record or the feed rejects with; running it again goes on.
 */
export async function replay(parts: ReplayParts): Promise<Replayed> {
  const { topic, store, feed, readModels, onProgress, signal, pageSize = PAGE } = parts;
  const refusal = refuseTopic(topic);
  if (refusal !== undefined) throw new RangeError(refusal);
  const collection = `replay.${topic}@1`;
  await readModels.open({ name: collection, fields: [], lists: [] });
  const end = await store.head();
  let at = Number((await readModels.checkpoint(collection)) ?? 0);
  let published = 0;
  while (at < end && signal?.aborted !== true) {
    const { events, upTo } = await store.readAll(at, pageSize);
    if (upTo <= at) break;
    const open = events.filter(({ position }) => position <= end).filter(isOpen);
    if (open.length > 0) await feed.publish(topic, open.map(forAnalysts));
    at = Math.min(upTo, end);
    published += open.length;
    await readModels.commit(collection, [], String(at));
    onProgress?.({ at, end, published });
  }
  return { at, end, published, finished: at >= end };
}

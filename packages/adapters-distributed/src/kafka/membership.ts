import type { Consumer } from '@jiandu/eventing';
import type { Batch, EachBatchPayload, Kafka, Consumer as Member } from 'kafkajs';
import { keepWithin } from './boundaries.ts';
import type { Delivery } from './delivery.ts';
import type { TopicEnds } from './ends.ts';
import { messageOf } from './errors.ts';
import { type Ending, within } from './patience.ts';
import type { KafkaLog } from './settings.ts';
import type { Place, Standing } from './standing.ts';
import type { TopicMaker } from './topic-maker.ts';

export interface MembershipParts {
  readonly kafka: Kafka;
  readonly topics: TopicMaker;
  readonly ends: TopicEnds;
  readonly consumer: Consumer;
  readonly standing: Standing;
  readonly delivery: Delivery;
  readonly log: KafkaLog;
  readonly ending: Ending;
  readonly sessionTimeoutMs: number;
  readonly heartbeatMs: number;
  /** Told which partitions this member has. */
  readonly onAssigned: (places: readonly Place[]) => void;
}

/** Others wait for a member that is handling a batch for so long when the group comes together anew. */
const REBALANCE_MS = 30_000;
/** An idle fetch returns after so long, and with the first byte. */
const FETCH_WAIT_MS = 250;
const BYTES_OF_A_PARTITION = 512 * 1_024;
/** More than a consumer has partitions: they are handled together all the same. */
const PARTITIONS_AT_ONCE = 512;
const COMMIT_EVERY_MS = 1_000;
const CONNECT_MS = 6_000;
const LEAVE_MS = 5_000;

/**
 * One life as a member of the group: joins, handles, and leaves when the end is wanted. Rejects when the library has given up;
 * another life then goes on where this one stood.
 */
export async function beMember(parts: MembershipParts): Promise<void> {
  const { kafka, topics, ends, consumer, standing, ending, log } = parts;
  for (const topic of consumer.topics) await topics.topic(topic);
  keepWithin(await ends.of(consumer.topics), standing, consumer.group, log);
  const member = kafka.consumer({
    groupId: consumer.group,
    sessionTimeout: parts.sessionTimeoutMs,
    heartbeatInterval: parts.heartbeatMs,
    rebalanceTimeout: REBALANCE_MS,
    metadataMaxAge: 30_000,
    allowAutoTopicCreation: false,
    minBytes: 1,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    maxBytesPerPartition: BYTES_OF_A_PARTITION,
  });
  const crashed = new Promise<never>((_, reject) => {
    member.on(member.events.CRASH, ({ payload }) => reject(payload.error));
  });
  crashed.catch(() => undefined);
  const commits = new Commits(member, standing);
  member.on(member.events.GROUP_JOIN, ({ payload }) => {
    const places = Object.entries(payload.memberAssignment).flatMap(([topic, partitions]) =>
      partitions.map((partition) => ({ topic, partition })),
    );
    // Before its first fetch: from the consumer's own checkpoint, whatever the broker remembers of the group.
    for (const place of places) seek(member, place, standing);
    commits.places = places;
    parts.onAssigned(places);
  });
  try {
    const running = run(member, parts);
    running.catch(() => undefined);
    await Promise.race([running.then(() => crashed), crashed, ending.asked]);
    await parts.delivery.idle();
    await commits.last();
  } finally {
    commits.stop();
    await within(LEAVE_MS, 'leaving the group', member.disconnect()).catch((error) =>
      log.debug({ group: consumer.group, reason: messageOf(error) }, 'kafka: group left without goodbye'),
    );
  }
}

async function run(member: Member, parts: MembershipParts): Promise<void> {
  await within(CONNECT_MS, 'connecting to consume', member.connect());
  await within(
    CONNECT_MS,
    'subscribing',
    member.subscribe({ topics: [...parts.consumer.topics], fromBeginning: true }),
  );
  await member.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
    eachBatch: (payload) => handle(member, payload, parts),
  });
}

/** A batch is handled only if it was fetched exactly from where handling stands: whatever the library did, there is no gap. */
async function handle(member: Member, payload: EachBatchPayload, parts: MembershipParts): Promise<void> {
  const { batch, heartbeat, resolveOffset, isRunning, isStale } = payload;
  const { standing, delivery, ending } = parts;
  if (!isRunning() || isStale() || ending.wanted) return;
  const place: Place = { topic: batch.topic, partition: batch.partition };
  const from = fetchedOffsetOf(batch);
  const isNext = () => from === (standing.next(place) ?? 0);
  if (!isNext()) await lookAgain(place, parts);
  const next = Number(batch.lastOffset()) + 1;
  const { messages } = batch;
  if (isNext() && (await delivery.handle({ ...place, from, next, messages, heartbeat }))) {
    try {
      resolveOffset(String(next - 1));
      return;
    } catch {
      // The partition went to another member meanwhile; the library's books of it are gone.
    }
  }
  seek(member, place, standing);
}

/** Where the broker has no messages from the wanted offset on, the library goes on elsewhere by itself. */
async function lookAgain(
  { topic, partition }: Place,
  { ends, standing, consumer, log }: MembershipParts,
): Promise<void> {
  const now = await ends.of([topic]).catch(() => []);
  keepWithin(
    now.filter((each) => each.partition === partition),
    standing,
    consumer.group,
    log,
  );
}

function seek(member: Member, place: Place, standing: Standing): void {
  try {
    member.seek({ ...place, offset: String(standing.next(place) ?? 0) });
  } catch {
    // It is no member any more.
  }
}

/** The library knows what it asked for but does not say so in its types. */
function fetchedOffsetOf(batch: Batch): number {
  if ('fetchedOffset' in batch) return Number(batch.fetchedOffset);
  throw new TypeError('kafkajs tells no longer which offset it fetched');
}

/** Tells Kafka's own tools how far the group is, at best effort; nothing here ever reads it to go on from. */
class Commits {
  places: readonly Place[] = [];
  readonly #member: Member;
  readonly #standing: Standing;
  readonly #timer: NodeJS.Timeout;
  readonly #committed = new Map<string, number>();

  constructor(member: Member, standing: Standing) {
    this.#member = member;
    this.#standing = standing;
    this.#timer = setInterval(() => void this.#commit(), COMMIT_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async last(): Promise<void> {
    await within(COMMIT_EVERY_MS, 'committing', this.#commit()).catch(() => undefined);
  }

  async #commit(): Promise<void> {
    const changed = this.places.flatMap((place) => {
      const next = this.#standing.next(place);
      return next === undefined || this.#committed.get(nameOf(place)) === next ? [] : [{ ...place, next }];
    });
    if (changed.length === 0) return;
    try {
      await this.#member.commitOffsets(
        changed.map(({ topic, partition, next }) => ({ topic, partition, offset: String(next) })),
      );
      for (const step of changed) this.#committed.set(nameOf(step), step.next);
    } catch {
      // Told again with the next.
    }
  }
}

function nameOf({ topic, partition }: Place): string {
  return `${topic} ${partition}`;
}

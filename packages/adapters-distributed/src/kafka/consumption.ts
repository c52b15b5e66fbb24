import type { Consumer, Consumption, Position } from '@jiandu/eventing';
import type { Kafka } from 'kafkajs';
import { Delivery } from './delivery.ts';
import type { Ends, TopicEnds } from './ends.ts';
import { messageOf } from './errors.ts';
import type { Inquiry } from './inquiry.ts';
import { beMember, type MembershipParts } from './membership.ts';
import { backOff, Ending, within } from './patience.ts';
import type { FeedCodec, KafkaLog } from './settings.ts';
import { type Place, Standing, type Step } from './standing.ts';
import type { TopicMaker } from './topic-maker.ts';

export interface ConsumptionParts {
  readonly kafka: Kafka;
  readonly inquiry: Inquiry;
  readonly topics: TopicMaker;
  readonly ends: TopicEnds;
  readonly codec: FeedCodec;
  readonly log: KafkaLog;
  readonly sessionTimeoutMs: number;
}

/** One look takes a moment, also for those who will not wait. */
const LOOK_MS = 1_000;
const LOOK_AGAIN_MS = 50;
/** A life of this length was a good one: the next begins at once. */
const GOOD_LIFE_MS = 30_000;
const HEARTBEATS_IN_A_SESSION = 4;

/** A consumer of Kafka: begins at once, whether a broker is there or not, and goes on until it is stopped. */
export class KafkaConsumption implements Consumption {
  readonly #parts: ConsumptionParts;
  readonly #consumer: Consumer;
  readonly #standing: Standing;
  readonly #ending = new Ending();
  readonly #living: Promise<void>;
  /** Partitions of this member; unknown until it has joined, and then those of no other member count as its own. */
  #assigned: ReadonlySet<string> | undefined;

  /** Throws a `RangeError` for a checkpoint of another feed. */
  constructor(consumer: Consumer, parts: ConsumptionParts) {
    this.#consumer = consumer;
    this.#parts = parts;
    this.#standing = new Standing(consumer.checkpoint);
    this.#living = this.#live();
  }

  /** Counts the partitions of this member; another one of the group counts its own. Rejects when no broker answers. */
  async lag(): Promise<number> {
    const ends = await within(2 * LOOK_MS, 'lag', this.#parts.ends.of(this.#consumer.topics));
    return ends
      .filter((end) => this.#isMine(end))
      .reduce(
        (sum, end) => sum + Math.max(0, end.next - Math.max(end.first, this.#standing.next(end) ?? 0)),
        0,
      );
  }

  /**
   * Kafka knows no positions of the record, so the position plays no part: everything published when this is asked must have
   * been handled, here or by other members of the group, as far as these have told the broker.
   */
  async reach(_position: Position, withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    const ends = await this.#look(deadline);
    if (ends === undefined) return false;
    const wanted = ends.filter(({ first, next }) => next > first);
    const left = deadline - performance.now();
    const reached = await Promise.all([
      this.#standing.reach(
        wanted.filter((end) => this.#isMine(end)),
        left,
      ),
      this.#othersReach(
        wanted.filter((end) => !this.#isMine(end)),
        deadline,
      ),
    ]);
    return reached.every(Boolean);
  }

  async stop(): Promise<void> {
    this.#ending.want();
    await this.#living;
  }

  #isMine(place: Place): boolean {
    return this.#assigned?.has(nameOf(place)) ?? true;
  }

  /** Where the topics end; looks again until the time is over, at least once. */
  async #look(deadline: number): Promise<readonly Ends[] | undefined> {
    for (;;) {
      const left = deadline - performance.now();
      const looking = this.#parts.ends.of(this.#consumer.topics);
      const ends = await within(left > 0 ? left : LOOK_MS, 'reach', looking).catch(() => undefined);
      if (ends !== undefined || this.#ending.wanted || performance.now() >= deadline) return ends;
      await this.#ending.pause(Math.min(LOOK_AGAIN_MS, deadline - performance.now()));
    }
  }

  /** Partitions that another member has: it commits how far it is every second. */
  async #othersReach(wanted: readonly Step[], deadline: number): Promise<boolean> {
    if (wanted.length === 0) return true;
    const topics = [...new Set(wanted.map(({ topic }) => topic))];
    for (;;) {
      const committed = await this.#parts.inquiry
        .ask((admin) => admin.fetchOffsets({ groupId: this.#consumer.group, topics }))
        .catch(() => []);
      const reached = wanted.every(({ topic, partition, next }) =>
        committed.some(
          (each) =>
            each.topic === topic &&
            each.partitions.some((at) => at.partition === partition && Number(at.offset) >= next),
        ),
      );
      if (reached) return true;
      if (this.#ending.wanted || performance.now() >= deadline) return false;
      await this.#ending.pause(Math.min(LOOK_AGAIN_MS, deadline - performance.now()));
    }
  }

  async #live(): Promise<void> {
    const parts = this.#membershipParts();
    for (let times = 0; !this.#ending.wanted; times += 1) {
      const born = performance.now();
      try {
        await beMember(parts);
      } catch (error) {
        if (performance.now() - born > GOOD_LIFE_MS) times = 0;
        const told = { group: this.#consumer.group, times, reason: messageOf(error) };
        this.#parts.log[times === 0 ? 'warn' : 'debug'](told, 'kafka: consumer ended, started again');
        await this.#ending.pause(backOff(times));
      }
    }
    await parts.delivery.idle();
  }

  #membershipParts(): MembershipParts {
    const { kafka, topics, ends, codec, log, sessionTimeoutMs } = this.#parts;
    const heartbeatMs = Math.floor(sessionTimeoutMs / HEARTBEATS_IN_A_SESSION);
    const [consumer, standing, ending] = [this.#consumer, this.#standing, this.#ending];
    return {
      kafka,
      topics,
      ends,
      consumer,
      standing,
      log,
      ending,
      sessionTimeoutMs,
      heartbeatMs,
      delivery: new Delivery({ consumer, standing, codec, log, ending, heartbeatMs }),
      onAssigned: (places) => {
        this.#assigned = new Set(places.map(nameOf));
      },
    };
  }
}

function nameOf({ topic, partition }: Place): string {
  return `${topic} ${partition}`;
}

import type { Consumer } from '@jiandu/eventing';
import { UNREADABLE } from '@jiandu/eventing';
import type { KafkaMessage } from 'kafkajs';
import { brokerCodeOf, messageOf } from './errors.ts';
import { incoming } from './messages.ts';
import { backOff, type Ending } from './patience.ts';
import type { FeedCodec, KafkaLog } from './settings.ts';
import type { Place, Standing, Step } from './standing.ts';

/** Messages of one partition, from one fetch. */
export interface Portion extends Place {
  /** Offset that was asked for. */
  readonly from: number;
  /** Offset after the last message. */
  readonly next: number;
  readonly messages: readonly KafkaMessage[];
  /** Tells the group that this member lives. */
  heartbeat(): Promise<void>;
}

interface Waiting {
  readonly portion: Portion;
  readonly resolve: (handled: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export interface DeliveryParts {
  readonly consumer: Consumer;
  readonly standing: Standing;
  readonly codec: FeedCodec;
  readonly log: KafkaLog;
  readonly ending: Ending;
  readonly heartbeatMs: number;
}

/** Messages that are delivered together at most, unless one partition alone brings more. */
const ENOUGH_MESSAGES = 1_000;
/** Failed attempts after which it is told. */
const TELL_AFTER = 3;

/** Hands messages to the consumer, one batch at a time; what came of several partitions meanwhile goes together. */
export class Delivery {
  readonly #parts: DeliveryParts;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /**
   * Resolves with `true` when the messages are handled; with `false` when they are not to be, because they are not the next
   * ones or the end is wanted. Rejects when the group has given the partition to somebody else before they were.
   */
  handle(portion: Portion): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ portion, resolve, reject });
      this.#running ??= this.#work();
    });
  }

  /** Resolves when nothing is being delivered. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #work(): Promise<void> {
    // All portions of a fetch arrive in one turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const taken = this.#take();
      try {
        const handled = await this.#deliver(taken.map(({ portion }) => portion));
        for (const { portion, resolve } of taken) resolve(handled.has(portion));
      } catch (error) {
        for (const { reject } of [...taken, ...this.#waiting.splice(0)]) reject(error);
      }
    }
    this.#running = undefined;
  }

  #take(): readonly Waiting[] {
    let messages = 0;
    const enough = this.#waiting.findIndex(({ portion }) => {
      messages += portion.messages.length;
      return messages >= ENOUGH_MESSAGES;
    });
    return this.#waiting.splice(0, enough < 0 ? this.#waiting.length : enough + 1);
  }

  /** Answers which portions were handled. */
  async #deliver(portions: readonly Portion[]): Promise<ReadonlySet<Portion>> {
    const { consumer, standing, log, ending, heartbeatMs } = this.#parts;
    const due = nextOnes(portions, standing);
    const [first] = due;
    if (first === undefined) return new Set();
    const batch = due.flatMap((portion) => this.#eventsOf(portion));
    const steps: readonly Step[] = due.map(({ topic, partition, next }) => ({ topic, partition, next }));
    const checkpoint = standing.checkpointWith(steps);
    const pulse = new Pulse(first, heartbeatMs);
    try {
      for (let times = 0; !ending.wanted; times += 1) {
        try {
          await consumer.deliver(batch, checkpoint);
          standing.take(steps);
          return new Set(due);
        } catch (error) {
          const told = { group: consumer.group, topics: consumer.topics, times, reason: messageOf(error) };
          log[times < TELL_AFTER ? 'debug' : 'warn'](told, 'kafka: batch rejected, delivered again');
        }
        pulse.insist();
        await ending.pause(backOff(times));
        pulse.insist();
      }
      return new Set();
    } finally {
      pulse.stop();
    }
  }

  #eventsOf(portion: Portion) {
    const { consumer, codec, log } = this.#parts;
    return portion.messages.map((message) => {
      const event = incoming(message, portion, codec);
      if (event.type === UNREADABLE)
        log.error(
          { group: consumer.group, ...event.data, key: event.metadata.key },
          'kafka: message unreadable',
        );
      return event;
    });
  }
}

/** One portion for each partition, that which goes on where handling stands; a fetch from before a rebalance may bring others. */
function nextOnes(portions: readonly Portion[], standing: Standing): readonly Portion[] {
  const seen = new Set<string>();
  return portions.filter((portion) => {
    const place = `${portion.topic} ${portion.partition}`;
    if (seen.has(place) || portion.from !== (standing.next(portion) ?? 0)) return false;
    seen.add(place);
    return true;
  });
}

const NOT_A_MEMBER = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'NOT_COORDINATOR_FOR_GROUP',
]);

/** Heartbeats while a batch is being handled, however long it takes: a slow consumer is not a dead one. */
class Pulse {
  readonly #timer: NodeJS.Timeout;
  #lost: unknown;

  constructor(portion: Portion, everyMs: number) {
    this.#timer = setInterval(() => {
      portion.heartbeat().catch((error) => {
        if (NOT_A_MEMBER.has(brokerCodeOf(error) ?? '')) this.#lost = error;
      });
    }, everyMs);
  }

  /** Throws what the group said when it wants its members to come together anew. */
  insist(): void {
    if (this.#lost !== undefined) throw this.#lost;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

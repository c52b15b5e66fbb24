import type { Checkpoint, Consumer, Consumption, EventFeed, Recorded } from '@jiandu/eventing';
import type { Dice } from '../dice.ts';
import { pause } from '../pause.ts';
import { grouped } from '../verifier/finding.ts';

/** Proof that the disorder fired. */
export interface Disorder {
  batches: number;
  /** Batches delivered a second time at once, as after a missed acknowledgement. */
  repeated: number;
  /** Rewinds: the last batches delivered once more, in order, as after a rebalance. */
  rewound: number;
  /** Events delivered before one that stands before them in the log, but has another key. */
  overtaken: number;
}

interface Piece {
  readonly events: readonly Recorded[];
  readonly checkpoint: Checkpoint;
}

const LONGEST_PIECE = 40;
const REPEATS = 0.25;
const REWINDS = 0.1;
const REWOUND_PIECES = 3;
const LONGEST_HESITATION_MS = 4;

/**
 * A feed that delivers in batches of other sizes, again, and from further back; with `acrossKeys` it keeps no more than a feed
 * must: at least once, in order per key, and nothing else in order.
 */
export class DisorderedFeed implements EventFeed {
  readonly disorder: Disorder = { batches: 0, repeated: 0, rewound: 0, overtaken: 0 };
  readonly #inner: EventFeed;
  readonly #dice: Dice;
  readonly #acrossKeys: boolean;

  constructor(inner: EventFeed, dice: Dice, acrossKeys: boolean) {
    this.#inner = inner;
    this.#dice = dice;
    this.#acrossKeys = acrossKeys;
  }

  publish(topic: string, events: readonly Recorded[]): Promise<void> {
    return this.#inner.publish(topic, events);
  }

  consume(consumer: Consumer): Promise<Consumption> {
    const recent: Piece[] = [];
    const deliver = async (batch: readonly Recorded[], checkpoint: Checkpoint): Promise<void> => {
      await pause(this.#dice.between(0, LONGEST_HESITATION_MS));
      for (const piece of this.#pieces(batch, checkpoint)) {
        await this.#deliver(consumer, piece, recent);
      }
    };
    return this.#inner.consume({ ...consumer, deliver });
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  async #deliver(consumer: Consumer, piece: Piece, recent: Piece[]): Promise<void> {
    const give = ({ events, checkpoint }: Piece) => consumer.deliver(events, checkpoint);
    const shuffled = this.#acrossKeys ? { ...piece, events: this.#shuffle(piece.events) } : piece;
    await give(shuffled);
    if (piece.events.length === 0) return;
    this.disorder.batches += 1;
    recent.push(shuffled);
    if (recent.length > REWOUND_PIECES) recent.shift();
    if (this.#dice.chance(REPEATS)) {
      this.disorder.repeated += 1;
      await give(shuffled);
    }
    if (this.#dice.chance(REWINDS)) {
      this.disorder.rewound += 1;
      for (const each of recent) await give(each);
    }
  }

  /** The same events in batches of other sizes. */
  #pieces(batch: readonly Recorded[], checkpoint: Checkpoint): readonly Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    while (from < batch.length) {
      const until = from + 1 + this.#dice.below(LONGEST_PIECE);
      const events = batch.slice(from, until);
      const last = until >= batch.length ? checkpoint : String(events.at(-1)?.position);
      pieces.push({ events, checkpoint: last });
      from = until;
    }
    return pieces.length > 0 ? pieces : [{ events: [], checkpoint }];
  }

  /** Any order that leaves the events of each key in theirs. */
  #shuffle(events: readonly Recorded[]): readonly Recorded[] {
    const queues = [...grouped(events, (event) => event.metadata.key).values()];
    const shuffled: Recorded[] = [];
    while (shuffled.length < events.length) {
      const next = this.#dice.pick(queues.filter((queue) => queue.length > 0)).shift();
      if (next !== undefined) shuffled.push(next);
    }
    let furthest = 0;
    for (const { position } of shuffled) {
      if (position < furthest) this.disorder.overtaken += 1;
      furthest = Math.max(furthest, position);
    }
    return shuffled;
  }
}

import type { Inquiry } from './inquiry.ts';
import type { Place } from './standing.ts';

/** What a partition holds: from `first` up to, not including, `next`. */
export interface Ends extends Place {
  readonly first: number;
  readonly next: number;
}

interface Look {
  readonly running: Promise<readonly Ends[]>;
  /** Asked for while it runs: it may have begun before what the asker knows of was published. */
  after?: Promise<readonly Ends[]>;
}

/** Looks where topics begin and end. Whoever asks while a look is running shares the next one. */
export class TopicEnds {
  readonly #inquiry: Inquiry;
  readonly #looks = new Map<string, Look>();

  constructor(inquiry: Inquiry) {
    this.#inquiry = inquiry;
  }

  /** The ends of all partitions of topics, seen after this was asked. Rejects with `FeedUnavailable`, within seconds. */
  async of(topics: readonly string[]): Promise<readonly Ends[]> {
    return (await Promise.all(topics.map((topic) => this.#ofTopic(topic)))).flat();
  }

  #ofTopic(topic: string): Promise<readonly Ends[]> {
    const look = this.#looks.get(topic);
    if (look === undefined) return this.#begin(topic);
    look.after ??= look.running.catch(() => undefined).then(() => this.#begin(topic));
    return look.after;
  }

  #begin(topic: string): Promise<readonly Ends[]> {
    const running = this.#look(topic);
    const look: Look = { running };
    this.#looks.set(topic, look);
    const ended = () => {
      if (this.#looks.get(topic) === look) this.#looks.delete(topic);
    };
    running.then(ended, ended);
    return running;
  }

  async #look(topic: string): Promise<readonly Ends[]> {
    const partitions = await this.#inquiry.ask((admin) => admin.fetchTopicOffsets(topic));
    return partitions.map(({ partition, low, high }) => ({
      topic,
      partition,
      first: Number(low),
      next: Number(high),
    }));
  }
}

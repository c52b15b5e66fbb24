import type { Admin } from 'kafkajs';
import { FeedUnavailable } from './errors.ts';
import type { Inquiry } from './inquiry.ts';
import { configOf, describeTopic } from './topics.ts';

/** A topic as the broker has it; an operator may have made it otherwise than the table says. */
export interface Topic {
  readonly partitions: number;
  readonly maxMessageBytes: number;
}

const MAKE_WITHIN_MS = 10_000;
/** The library's name for it is not among what its module exports. */
const A_TOPIC = 2;

/** Makes topics that are not there, by the table; others may do so at the same time. */
export class TopicMaker {
  readonly #inquiry: Inquiry;
  readonly #replication: number;
  readonly #known = new Map<string, Promise<Topic>>();

  constructor(inquiry: Inquiry, replication: number) {
    this.#inquiry = inquiry;
    this.#replication = replication;
  }

  /** The topic, made if need be. Rejects with `FeedUnavailable`. */
  async topic(name: string): Promise<Topic> {
    const known =
      this.#known.get(name) ?? this.#inquiry.ask((admin) => this.#find(admin, name), MAKE_WITHIN_MS);
    this.#known.set(name, known);
    try {
      return await known;
    } catch (error) {
      this.#forget(name, known);
      throw error;
    }
  }

  /** Looks anew next time: the broker answered as if the topic were another. */
  forget(name: string): void {
    this.#known.delete(name);
  }

  #forget(name: string, known: Promise<Topic>): void {
    if (this.#known.get(name) === known) this.#known.delete(name);
  }

  /** Looking first, so that a user without the right to make topics needs none where they are there. */
  async #find(admin: Admin, name: string): Promise<Topic> {
    if (!(await admin.listTopics()).includes(name)) await this.#make(admin, name);
    const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
    const partitions = topics[0]?.partitions.length ?? 0;
    if (partitions === 0) throw new FeedUnavailable(`${name} is not ready yet`);
    return { partitions, maxMessageBytes: await largestMessage(admin, name) };
  }

  async #make(admin: Admin, name: string): Promise<void> {
    const description = describeTopic(name, this.#replication);
    const configEntries = Object.entries(configOf(description)).map(([key, value]) => ({ name: key, value }));
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        {
          topic: name,
          numPartitions: description.partitions,
          replicationFactor: description.replication,
          configEntries,
        },
      ],
    });
  }
}

async function largestMessage(admin: Admin, name: string): Promise<number> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: A_TOPIC, name, configNames: ['max.message.bytes'] }],
  });
  return Number(resources[0]?.configEntries[0]?.configValue ?? describeTopic(name, 1).maxMessageBytes);
}

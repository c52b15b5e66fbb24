import type { Admin, Kafka } from 'kafkajs';
import { FeedUnavailable } from './errors.ts';
import { within } from './patience.ts';

const ANSWER_MS = 2_000;

/**
 * Questions to the broker beside publishing and consuming, over one connection of their own. After a failure the next question
 * goes over a fresh one: the library would ask a leader that has moved for minutes.
 */
export class Inquiry {
  readonly #kafka: Kafka;
  #admin: Promise<Admin> | undefined;

  constructor(kafka: Kafka) {
    this.#kafka = kafka;
  }

  /** Rejects with `FeedUnavailable` when there is no good answer within the time, two seconds unless told. */
  async ask<T>(question: (admin: Admin) => Promise<T>, withinMs = ANSWER_MS): Promise<T> {
    this.#admin ??= this.#connect();
    const admin = this.#admin;
    try {
      const answer = admin.then(question);
      return await within(withinMs, 'Kafka', answer);
    } catch (error) {
      this.#drop(admin);
      throw new FeedUnavailable(error);
    }
  }

  async close(): Promise<void> {
    const admin = this.#admin;
    if (admin !== undefined) await this.#drop(admin);
  }

  async #connect(): Promise<Admin> {
    const admin = this.#kafka.admin({ retry: { retries: 1, initialRetryTime: 50, maxRetryTime: 200 } });
    await admin.connect();
    return admin;
  }

  async #drop(admin: Promise<Admin>): Promise<void> {
    if (this.#admin === admin) this.#admin = undefined;
    await within(
      ANSWER_MS,
      'disconnect',
      admin.then((connected) => connected.disconnect()),
    ).catch(() => undefined);
  }
}

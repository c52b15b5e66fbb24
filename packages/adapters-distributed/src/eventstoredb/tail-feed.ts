import { setTimeout as sleep } from 'node:timers/promises';
import { BackOff } from './again.ts';
import type { Connection } from './connection.ts';
import type { LiveTail } from './live-tail.ts';
import type { LogReading } from './log-reading.ts';
import { messagesOf } from './messages.ts';
import { subscriptionRequest } from './read-requests.ts';
import { eventsOf } from './wire-event.ts';

/** A silence so long makes it ask whether there really is nothing new. */
const SILENCE_MS = 15_000;
/** What is on its way may still arrive. */
const GRACE_MS = 2_000;

/** Fills the tail from one subscription of the whole process, and opens it again after whatever ends it. */
export class TailFeed {
  readonly #connection: Connection;
  readonly #reading: LogReading;
  readonly #tail: LiveTail;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(connection: Connection, reading: LogReading, tail: LiveTail) {
    this.#connection = connection;
    this.#reading = reading;
    this.#tail = tail;
  }

  /** Begins with what comes from now on, unless it has begun. */
  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const backOff = new BackOff();
    while (!signal.aborted) {
      try {
        if (!this.#tail.hasBegun) this.#tail.begin(await this.#reading.head());
        await this.#follow(signal, backOff);
      } catch {
        // Whatever it was, subscribers only see that nothing comes for a while; how far behind they are is watched.
      }
      await sleep(backOff.nextMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #follow(signal: AbortSignal, backOff: BackOff): Promise<void> {
    const calling = this.#connection.read(subscriptionRequest(this.#tail.upTo));
    const patience = { longestMs: SILENCE_MS, justified: () => this.#isLevel(signal), signal };
    for await (const messages of messagesOf(calling, patience)) {
      backOff.reset();
      const events = eventsOf(messages);
      if (events.length > 0) this.#tail.push(events);
    }
  }

  /** Whether everything that was in the log a moment ago has come. */
  async #isLevel(signal: AbortSignal): Promise<boolean> {
    const head = await this.#reading.head();
    if (this.#tail.upTo >= head) return true;
    await sleep(GRACE_MS, undefined, { signal });
    return this.#tail.upTo >= head;
  }
}

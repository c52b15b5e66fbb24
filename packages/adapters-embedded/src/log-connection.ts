import type { EventLog } from './event-log.ts';

/** The log behind a connection that can be made anew when the disk failed under it. */
export class LogConnection {
  readonly #open: () => EventLog;
  readonly #lasting: boolean;
  #log: EventLog | undefined;

  /** `lasting` says that what is on disk outlives the connection; a log in memory would be gone with it. */
  constructor(open: () => EventLog, lasting: boolean) {
    this.#open = open;
    this.#lasting = lasting;
    this.#log = open();
  }

  get log(): EventLog {
    this.#log ??= this.#open();
    return this.#log;
  }

  /** After a failure: the next use opens another connection, which sees what really is on disk. */
  renew(): void {
    if (!this.#lasting) return;
    const broken = this.#log;
    this.#log = undefined;
    try {
      broken?.close();
    } catch {
      // The disk failed; the error that matters is reported by whoever renews the connection.
    }
  }

  close(): void {
    this.#log?.close();
    this.#log = undefined;
  }
}

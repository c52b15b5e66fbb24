import { derivedId } from '@jiandu/eventing';
import type { Answer, Json } from '../house/wire.ts';

/** A command as a client gives it over HTTP. */
export interface Given {
  readonly person: string;
  /** Full name, e.g. `intake.acceptLead`. */
  readonly command: string;
  readonly path: string;
  readonly id?: string;
  readonly input: Json;
  /** Idempotency-Key. */
  readonly key: string;
}

/** What the house answered to a command that it did. */
export interface Acknowledged {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly events: readonly string[];
}

/** A command and all that is known of it outside the house. */
export interface Entry {
  readonly given: Given;
  /** Id under which the log must hold it. */
  readonly commandId: string;
  /** How often it was sent, and in which life the last time. */
  sent: number;
  sentIn: number;
  acknowledged?: Acknowledged;
  /** What the newest sending came to; `unavailable` is a refusal because the store cannot write. */
  newest: 'unanswered' | 'unavailable' | 'done' | 'refused';
}

export interface CommandBookSettings {
  /**
   * Where engines lie behind a network, a 503 leaves open what became of a command: it counts as unanswered, and must say when
   * to come again.
   */
  readonly unknownAfter503?: boolean;
}

/** What the clients know: kept outside the house, so that no kill can touch it. */
export class CommandBook {
  readonly entries: Entry[] = [];
  /** Answers that should not have been given. */
  readonly anomalies: string[] = [];
  /** Which life of the house it is. */
  life = 0;
  /** Commands sent again although they had been acknowledged, and answered as the first time. */
  confirmed = 0;
  /** Refusals because the store could not write, or because an engine was away. */
  unavailable = 0;
  readonly #unknownAfter503: boolean;

  constructor({ unknownAfter503 = false }: CommandBookSettings = {}) {
    this.#unknownAfter503 = unknownAfter503;
  }

  enter(given: Given): Entry {
    const { person, command, id = '', key } = given;
    const commandId = derivedId(person, command, id, key);
    const entry: Entry = { given, commandId, sent: 0, sentIn: 0, newest: 'unanswered' };
    this.entries.push(entry);
    return entry;
  }

  /** Writes down an answer, and says what it came to; a second one must be the first one again. */
  answered(entry: Entry, answer: Answer): Entry['newest'] {
    entry.newest = this.#standing(entry, answer);
    return entry.newest;
  }

  #standing(entry: Entry, answer: Answer): Entry['newest'] {
    const { command, key } = entry.given;
    if (answer.status === 503 && this.#unknownAfter503) {
      this.unavailable += 1;
      if (!answer.comeAgain) this.anomalies.push(`${command} ${key} answered 503 without Retry-After`);
      return 'unanswered';
    }
    if (answer.status === 503 && answer.body['code'] === 'store.unavailable') {
      this.unavailable += 1;
      return 'unavailable';
    }
    if (answer.status >= 300) {
      const { code, issues, detailEn } = answer.body;
      this.anomalies.push(
        `${command} ${key} answered ${answer.status} ${code}: ${detailEn} ${JSON.stringify(issues ?? '')}`,
      );
      return 'refused';
    }
    const acknowledged = answer.body as unknown as Acknowledged;
    if (entry.acknowledged === undefined) entry.acknowledged = acknowledged;
    else this.#compare(entry, entry.acknowledged, acknowledged, answer.replayed);
    return 'done';
  }

  get acknowledged(): readonly Entry[] {
    return this.entries.filter((entry) => entry.acknowledged !== undefined);
  }

  /** Newest position that anybody was told of. */
  get newestPosition(): number {
    return this.entries.reduce((newest, entry) => Math.max(newest, entry.acknowledged?.position ?? 0), 0);
  }

  get givenAgain(): number {
    return this.entries.filter((entry) => entry.sent > 1).length;
  }

  #compare(entry: Entry, first: Acknowledged, now: Acknowledged, replayed: boolean): void {
    const same = JSON.stringify(first) === JSON.stringify(now);
    if (same && replayed) this.confirmed += 1;
    else {
      const { command, key } = entry.given;
      this.anomalies.push(
        `${command} ${key} was answered ${JSON.stringify(first)}, and given again ${JSON.stringify(now)}`,
      );
    }
  }
}

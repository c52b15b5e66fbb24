import type { Dice } from '../dice.ts';
import { type Answer, type Json, Unanswered, type Wire } from '../house/wire.ts';
import { pause } from '../pause.ts';
import type { Acknowledged, CommandBook, Entry, Given } from './command-book.ts';

/** A client went away without knowing what became of its command, or the torture is over. */
export class Abandoned extends Error {}

/** For those who do not mind. */
export function unlessAbandoned(error: unknown): void {
  if (!(error instanceof Abandoned)) throw error;
}

export interface DeskSettings {
  readonly book: CommandBook;
  readonly dice: Dice;
  /** Share of unanswered commands that nobody gives again. */
  readonly abandons: number;
  /** Milliseconds until what was not answered is sent again; 20 unless told. */
  readonly retryMs?: number;
}

const RETRY_MS = 20;

/** Where clients speak to the house, whichever life it is in: what was not answered is given again to the next one. */
export class Desk {
  readonly book: CommandBook;
  readonly #dice: Dice;
  readonly #abandons: number;
  readonly #retryMs: number;
  #wire: Wire | undefined;
  #over = false;
  #waiting: (() => void)[] = [];
  readonly #tokens = new Map<string, Promise<string>>();
  /** Requests on their way. */
  inFlight = 0;

  constructor({ book, dice, abandons, retryMs = RETRY_MS }: DeskSettings) {
    this.book = book;
    this.#dice = dice;
    this.#abandons = abandons;
    this.#retryMs = retryMs;
  }

  /** A new life takes commands. */
  open(wire: Wire): void {
    this.#wire = wire;
    this.book.life += 1;
    this.#wakeAll();
  }

  /** The life is over; clients wait for the next one. */
  close(): void {
    this.#wire?.close();
    this.#wire = undefined;
    this.#tokens.clear();
  }

  get finished(): boolean {
    return this.#over;
  }

  /** No life follows: whoever waits goes home. */
  finish(): void {
    this.#over = true;
    this.#wakeAll();
  }

  /** @throws Abandoned */
  async give(given: Given): Promise<Acknowledged> {
    const entry = this.book.enter(given);
    while (true) {
      await this.send(entry);
      if (entry.acknowledged !== undefined) return entry.acknowledged;
      if (this.#dice.chance(this.#abandons)) throw new Abandoned();
      await pause(this.#retryMs);
    }
  }

  /** Sends a command once; what was answered stands in the book. */
  async send(entry: Entry): Promise<Answer | undefined> {
    const { person, path, input, key } = entry.given;
    const wire = await this.#life();
    try {
      const token = await this.#tokenOf(wire, person);
      entry.sent += 1;
      entry.sentIn = this.book.life;
      entry.newest = 'unanswered';
      const headers = { authorization: token, 'idempotency-key': key };
      const answer = await this.#counted(wire.ask('POST', path, headers, input));
      if (this.book.answered(entry, answer) === 'refused') throw new Abandoned();
      return answer;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      await pause(this.#retryMs);
      return undefined;
    }
  }

  /** Asks until it is answered with 200. @throws Abandoned */
  async ask(person: string, path: string): Promise<Json> {
    while (true) {
      const wire = await this.#life();
      try {
        const token = await this.#tokenOf(wire, person);
        const answer = await this.#counted(wire.ask('GET', path, { authorization: token }));
        if (answer.status === 200) return answer.body;
        if (answer.status !== 503) {
          this.book.anomalies.push(`GET ${path} answered ${answer.status} ${answer.body['code']}`);
          throw new Abandoned();
        }
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
      }
      await pause(this.#retryMs);
    }
  }

  async #life(): Promise<Wire> {
    while (this.#wire === undefined && !this.#over) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#over || this.#wire === undefined) throw new Abandoned();
    return this.#wire;
  }

  #tokenOf(wire: Wire, person: string): Promise<string> {
    const known = this.#tokens.get(person);
    if (known !== undefined) return known;
    const token = wire.ask('POST', '/v1/session', {}, { person }).then(({ status, body }) => {
      if (status === 503) throw new Unanswered('nobody could sign in');
      if (status >= 300) throw new Error(`${person} could not sign in: ${JSON.stringify(body)}`);
      return `Bearer ${body['token']}`;
    });
    token.catch(() => this.#tokens.delete(person));
    this.#tokens.set(person, token);
    return token;
  }

  async #counted<T>(answer: Promise<T>): Promise<T> {
    this.inFlight += 1;
    try {
      return await answer;
    } finally {
      this.inFlight -= 1;
    }
  }

  #wakeAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

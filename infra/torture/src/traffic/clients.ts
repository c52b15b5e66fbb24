import type { Dice } from '../dice.ts';
import { Abandoned, type Desk } from './desk.ts';
import { walkOneLead } from './journeys.ts';

export interface ClientsSettings {
  readonly desk: Desk;
  readonly dice: Dice;
  /** Clients at once, each with one request at a time. */
  readonly clients: number;
  readonly thinks: number;
  /** Beginning of every name. */
  readonly name: string;
}

/** A bounded number of clients, each walking one lead after the other until the desk is closed for good. */
export class Clients {
  readonly #settings: ClientsSettings;
  readonly #running: Promise<void>[];
  #walks = 0;
  #most = Number.POSITIVE_INFINITY;

  constructor(settings: ClientsSettings) {
    this.#settings = settings;
    this.#running = Array.from({ length: settings.clients }, () => this.#client(settings.dice.fork()));
    // Whatever goes wrong with a client is told to whoever waits for it to go.
    for (const each of this.#running) each.catch(() => undefined);
  }

  /** Each finishes its lead and begins no other. */
  async leave(): Promise<void> {
    await this.leaveAfter(0);
  }

  /** They begin so many leads in all, finish them and go. */
  async leaveAfter(leads: number): Promise<void> {
    this.#most = leads;
    await this.gone();
  }

  /** Resolves when all of them went home. */
  async gone(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #client(dice: Dice): Promise<void> {
    const { desk, name, thinks } = this.#settings;
    while (this.#walks < this.#most) {
      this.#walks += 1;
      try {
        await walkOneLead({ desk, dice, thinks, name: `${name}${this.#walks}` });
      } catch (error) {
        if (!(error instanceof Abandoned)) throw error;
        if (desk.finished) return;
      }
    }
  }
}

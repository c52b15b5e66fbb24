import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../dice.ts';
import { compileHouse, HouseProcess } from '../house/house-process.ts';
import { pause, within } from '../pause.ts';
import { Clients } from '../traffic/clients.ts';
import { CommandBook } from '../traffic/command-book.ts';
import { Desk, unlessAbandoned } from '../traffic/desk.ts';
import { secureEvidence } from '../verifier/evidence.ts';
import { type Verdict, verify } from '../verifier/verify.ts';

export interface KillSettings {
  readonly kills: number;
  readonly seed: number;
  /** Lives on one data directory before the next house begins in an empty one. */
  readonly livesPerHouse?: number;
  readonly clients?: number;
  /** Told after each life. */
  readonly onLife?: (life: Life) => void;
}

/** One life, from its start to its kill and what was found afterwards. */
export interface Life {
  readonly number: number;
  /** When the kill came: before the house took commands, or while it did. */
  readonly killed: 'starting' | 'working' | 'last';
  readonly afterMs: number;
  /** Proof that the kill fired. */
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the start of the process to ready. */
  readonly readyMs?: number;
  readonly inFlight: number;
  readonly book: CommandBook;
  readonly verdict: Verdict;
}

const STARTING_SHARE = 0.2;
const LONGEST_START_MS = 1_600;
const LONGEST_WORK_MS = 1_000;
const CLOCK_BEGINS = Date.parse('2025-03-03T01:30:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;
/** Days between two lives, so that deadlines fall due while the house is dead. */
const DAYS_BETWEEN = 3;
const CONFIRMATIONS = 10;
const PATIENCE_MS = 120_000;

/** Kills the house again and again; answers what each life came to. The last life of each house ends in good order. */
export async function killHouses(settings: KillSettings): Promise<readonly Life[]> {
  const { kills, seed, livesPerHouse = 25 } = settings;
  const place = mkdtempSync(join(tmpdir(), 'jiandu-torture-'));
  const lives: Life[] = [];
  try {
    const compiled = join(place, 'compiled');
    await compileHouse(compiled);
    const dice = new Dice(seed);
    for (let house = 1; lives.filter(wasKilled).length < kills; house += 1) {
      const left = kills - lives.filter(wasKilled).length;
      const directory = join(place, `house-${house}`);
      mkdirSync(directory);
      const tenant = new HouseUnderKills({ ...settings, dice: dice.fork(), directory, compiled, house });
      for (let life = 0; life < Math.min(left, livesPerHouse); life += 1) {
        lives.push(await tenant.liveAndDie(lives.length + 1));
        settings.onLife?.(lives.at(-1) as Life);
      }
      lives.push(await tenant.liveAndClose(lives.length + 1));
      settings.onLife?.(lives.at(-1) as Life);
      if (lives.every(({ verdict }) => verdict.findings.length === 0)) rmSync(directory, { recursive: true });
    }
    return lives;
  } finally {
    if (lives.every(({ verdict }) => verdict.findings.length === 0))
      rmSync(place, { recursive: true, force: true });
  }
}

export function wasKilled({ signal }: Life): boolean {
  return signal === 'SIGKILL';
}

interface TenantSettings extends KillSettings {
  readonly dice: Dice;
  readonly directory: string;
  readonly compiled: string;
  readonly house: number;
}

/** One data directory through all its lives, and the clients who come back to each. */
class HouseUnderKills {
  readonly #settings: TenantSettings;
  readonly #dice: Dice;
  readonly #book = new CommandBook();
  readonly #desk: Desk;
  readonly #clients: Clients;
  #lives = 0;
  #settledUpTo = 0;

  constructor(settings: TenantSettings) {
    this.#settings = settings;
    this.#dice = settings.dice;
    this.#desk = new Desk({ book: this.#book, dice: this.#dice.fork(), abandons: 0.3 });
    this.#clients = new Clients({
      desk: this.#desk,
      dice: this.#dice.fork(),
      clients: settings.clients ?? 16,
      thinks: 100,
      name: `${settings.seed}-${settings.house}-`,
    });
  }

  /** Starts, works, and is killed at a moment that the dice choose. */
  async liveAndDie(number: number): Promise<Life> {
    const starting = this.#dice.chance(STARTING_SHARE);
    const wait = this.#dice.between(0, starting ? LONGEST_START_MS : LONGEST_WORK_MS);
    const begun = performance.now();
    const house = this.#start();
    const opening = this.#open(house, begun);
    if (!starting) await opening;
    await pause(wait);
    const { inFlight } = this.#desk;
    house.signal('SIGKILL');
    const { signal } = await house.ended;
    const afterMs = performance.now() - begun;
    const readyMs = await opening;
    this.#desk.close();
    const killed = readyMs === undefined ? 'starting' : 'working';
    return { ...(await this.#judge(number)), killed, afterMs, signal, inFlight, ...measured(readyMs) };
  }

  /** Starts once more; the clients finish their leads, everything settles, and the house closes in good order. */
  async liveAndClose(number: number): Promise<Life> {
    const begun = performance.now();
    const house = this.#start();
    const readyMs = await this.#open(house, begun);
    await within(PATIENCE_MS, 'finishing every lead', this.#clients.leave());
    const last = this.#book.newestPosition;
    await this.#desk.ask('P-630103-shi', `/v1/intake/number-series?unit=630103&after=${last}`);
    this.#desk.finish();
    house.signal('SIGTERM');
    const { code } = await house.ended;
    this.#desk.close();
    if (code !== 0) this.#book.anomalies.push(`the house ended with ${code}: ${house.lastWords}`);
    this.#settledUpTo = Math.max(this.#settledUpTo, last);
    const afterMs = performance.now() - begun;
    const judged = await this.#judge(number);
    return { ...judged, killed: 'last', afterMs, signal: null, inFlight: 0, ...measured(readyMs) };
  }

  #start(): HouseProcess {
    const { directory, compiled } = this.#settings;
    const clock = new Date(CLOCK_BEGINS + this.#lives * DAYS_BETWEEN * DAY_MS).toISOString();
    this.#lives += 1;
    return new HouseProcess({ data: join(directory, 'data'), clock, compiled });
  }

  /** Opens the desk when the house answers; answers after how long it was ready, if it came to that. */
  async #open(house: HouseProcess, begun: number): Promise<number | undefined> {
    const wire = await house.answering((this.#settings.clients ?? 16) + 4);
    if (wire === undefined) return this.#complainUnlessKilled(house);
    this.#desk.open(wire);
    void this.#confirmSome();
    const before = this.#book.newestPosition;
    if (!(await house.ready(wire))) return this.#complainUnlessKilled(house);
    this.#settledUpTo = Math.max(this.#settledUpTo, before);
    return performance.now() - begun;
  }

  /** Some of what was acknowledged is given again, as a client does who lost its memory. */
  async #confirmSome(): Promise<void> {
    const { acknowledged } = this.#book;
    if (acknowledged.length === 0) return;
    const again = Array.from({ length: CONFIRMATIONS }, () => this.#dice.pick(acknowledged));
    await Promise.all(again.map((entry) => this.#desk.send(entry).catch(unlessAbandoned)));
  }

  async #complainUnlessKilled(house: HouseProcess): Promise<undefined> {
    const { signal, code } = await house.ended;
    if (signal !== 'SIGKILL')
      this.#book.anomalies.push(`the house ended by itself (${code}): ${house.lastWords}`);
    return undefined;
  }

  async #judge(number: number): Promise<Pick<Life, 'number' | 'book' | 'verdict'>> {
    const { directory } = this.#settings;
    const evidence = secureEvidence(join(directory, 'data'), join(directory, 'evidence'));
    const verdict = await verify({ evidence, book: this.#book, settledUpTo: this.#settledUpTo });
    return { number, book: this.#book, verdict };
  }
}

function measured(readyMs: number | undefined): { readyMs?: number } {
  return readyMs === undefined ? {} : { readyMs };
}

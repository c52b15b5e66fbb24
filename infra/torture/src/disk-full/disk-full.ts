import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../dice.ts';
import { compileHouse, HouseProcess } from '../house/house-process.ts';
import { pause, within } from '../pause.ts';
import { Clients } from '../traffic/clients.ts';
import { CommandBook, type Entry } from '../traffic/command-book.ts';
import { Desk, unlessAbandoned } from '../traffic/desk.ts';
import { complaint } from '../traffic/journeys.ts';
import { secureEvidence } from '../verifier/evidence.ts';
import type { Finding } from '../verifier/finding.ts';
import { type Verdict, verify } from '../verifier/verify.ts';
import type { Scarcity } from './scarcity.ts';

/** What a disk without space came to. */
export interface DiskFullFound {
  readonly way: Scarcity['way'];
  /** Proof: commands refused with 503 `store.unavailable`, before the kill and around it. */
  readonly refused: number;
  /** Reads answered with 200 while nothing could be written. */
  readonly reads: number;
  /** Milliseconds from the return of space to the next acknowledged command. */
  readonly recoveredMs: number;
  readonly acknowledged: number;
  readonly events: number;
  readonly findings: readonly Finding[];
}

const CLOCK = '2025-03-03T01:30:00.000Z';
/** Refusals of complaints while there is no space: more than there are keys of personal data in store. */
const REFUSALS = 300;
const PATIENCE_MS = 60_000;

/**
 * Takes the space away from a working house, gives it back, takes it away again and kills the house in that state. Refused
 * with 503 and nothing half written, reads go on, and with space it goes on by itself.
 */
export async function runOutOfSpace(scarcity: Scarcity, seed: number): Promise<DiskFullFound> {
  const place = mkdtempSync(join(tmpdir(), 'jiandu-disk-full-'));
  const scene = new Scene(scarcity, seed, place);
  try {
    await compileHouse(join(place, 'compiled'));
    return await scene.play();
  } finally {
    scene.clear();
    rmSync(place, { recursive: true, force: true });
  }
}

class Scene {
  readonly #scarcity: Scarcity;
  readonly #place: string;
  readonly #book = new CommandBook();
  readonly #desk: Desk;
  readonly #clients: Clients;
  readonly #findings: Finding[] = [];
  #house: HouseProcess | undefined;
  readonly #dice: Dice;
  readonly #knocks: Entry[] = [];
  #reads = 0;

  constructor(scarcity: Scarcity, seed: number, place: string) {
    const dice = new Dice(seed);
    this.#dice = dice;
    this.#scarcity = scarcity;
    this.#place = place;
    this.#desk = new Desk({ book: this.#book, dice: dice.fork(), abandons: 0 });
    this.#clients = new Clients({ desk: this.#desk, dice, clients: 16, thinks: 10, name: `full-${seed}-` });
  }

  async play(): Promise<DiskFullFound> {
    const { way } = this.#scarcity;
    const first = await this.#start();
    await this.#acknowledged(200);
    this.#scarcity.take(first.pid);
    await this.#knock();
    const before = this.#book.acknowledged.length;
    const begun = performance.now();
    this.#scarcity.giveBack(first.pid);
    await this.#acknowledged(before + 1);
    const recoveredMs = performance.now() - begun;
    await this.#acknowledged(before + 200);
    this.#scarcity.take(first.pid);
    await this.#knock();
    first.signal('SIGKILL');
    await first.ended;
    this.#desk.close();
    await this.#judge();
    this.#scarcity.giveBack(first.pid);
    const verdict = await this.#lastLife();
    const { acknowledged, events } = verdict;
    const refused = this.#book.unavailable;
    return { way, refused, reads: this.#reads, recoveredMs, acknowledged, events, findings: this.#findings };
  }

  clear(): void {
    this.#house?.signal('SIGKILL');
    this.#desk.finish();
    this.#desk.close();
  }

  /**
   * Brings complaint after complaint, each once, until enough were refused. The house may first live on what its files had
   * reserved; the other clients soon wait for views that cannot follow.
   */
  async #knock(): Promise<void> {
    const enough = this.#book.unavailable + REFUSALS;
    await this.#until(`${REFUSALS} refusals for want of space`, async () => {
      const walk = { desk: this.#desk, dice: this.#dice, thinks: 0, name: `knock-${this.#knocks.length}` };
      const entry = this.#book.enter(complaint(walk));
      this.#knocks.push(entry);
      await this.#desk.send(entry).catch(unlessAbandoned);
      return this.#book.unavailable >= enough;
    });
    await this.#read();
  }

  async #lastLife(): Promise<Verdict> {
    const last = await this.#start();
    for (const entry of this.#knocks) await this.#desk.send(entry).catch(unlessAbandoned);
    await within(PATIENCE_MS, 'finishing every lead', this.#clients.leave());
    await this.#read(this.#book.newestPosition);
    last.signal('SIGTERM');
    await last.ended;
    return this.#judge(this.#book.newestPosition);
  }

  async #start(): Promise<HouseProcess> {
    const { data } = this.#scarcity;
    const house = new HouseProcess({ data, clock: CLOCK, compiled: join(this.#place, 'compiled') });
    this.#house = house;
    const wire = await house.answering(24);
    if (wire === undefined) throw new Error(`the house did not start: ${house.lastWords}`);
    this.#desk.open(wire);
    return house;
  }

  #acknowledged(count: number): Promise<void> {
    return this.#until(`${count} acknowledged commands`, () => this.#book.acknowledged.length >= count);
  }

  async #until(what: string, reached: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await reached())) {
      if (performance.now() > end) throw new Error(`waited in vain for ${what}: ${this.#house?.lastWords}`);
      await pause(1);
    }
  }

  /** Reads what is there now, or what includes a position. */
  async #read(after?: number): Promise<void> {
    const include = after === undefined ? '' : `&after=${after}`;
    const path = `/v1/intake/number-series?unit=630103${include}`;
    await within(PATIENCE_MS, 'a read', this.#desk.ask('P-630103-shi', path));
    this.#reads += 1;
  }

  async #judge(settledUpTo = 0): Promise<Verdict> {
    const evidence = secureEvidence(this.#scarcity.data, join(this.#place, 'evidence'));
    const verdict = await verify({ evidence, book: this.#book, settledUpTo });
    this.#findings.push(...verdict.findings);
    return verdict;
  }
}

import type { Dice } from '../dice.ts';
import { pause } from '../pause.ts';
import type { ApartHouse } from './apart-house.ts';

/** One kill, and what became of it. */
export interface Killed {
  readonly number: number;
  readonly victim: string;
  /** Whether its process was really gone before it was started again. */
  readonly fired: boolean;
  /** Milliseconds from its new start until it was ready. */
  readonly readyMs: number;
  /** Requests on their way when it was killed. */
  readonly inFlight: number;
}

export interface KillsWanted {
  readonly kills: number;
  readonly dice: Dice;
  readonly onKill?: (killed: Killed) => void;
}

const LONGEST_LIFE_MS = 1_500;
const LONGEST_DEATH_MS = 1_000;

/** Kills one process after the other with -9 while clients work, each at a moment the dice choose, and starts it again. */
export async function killInTurns(apart: ApartHouse, wanted: KillsWanted): Promise<readonly Killed[]> {
  const { kills, dice, onKill } = wanted;
  const done: Killed[] = [];
  // Every one of them dies before any dies twice.
  let order: string[] = [];
  while (done.length < kills) {
    if (order.length === 0) order = dice.shuffled([...apart.victims.keys()]);
    const victim = order.pop() ?? '';
    const server = apart.victims.get(victim);
    if (server === undefined) continue;
    await pause(dice.between(0, LONGEST_LIFE_MS));
    const { inFlight } = apart.desk;
    const { pid } = server;
    await server.kill();
    const fired = isGone(pid);
    await pause(dice.between(0, LONGEST_DEATH_MS));
    const begun = performance.now();
    await server.restart();
    const killed: Killed = {
      number: done.length + 1,
      victim,
      fired,
      readyMs: performance.now() - begun,
      inFlight,
    };
    done.push(killed);
    onKill?.(killed);
  }
  return done;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

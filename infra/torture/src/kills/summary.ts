import { type Life, wasKilled } from './house-lives.ts';

/** What all lives together came to. */
export interface KillSummary {
  readonly kills: number;
  /** Kills before the house took commands. */
  readonly whileStarting: number;
  readonly houses: number;
  readonly acknowledged: number;
  /** Commands whose answer a kill cut off, and how many of them were done all the same. */
  readonly cutOff: number;
  readonly cutOffDone: number;
  readonly givenAgain: number;
  /** Commands given again after their acknowledgement, and answered as the first time. */
  readonly confirmed: number;
  readonly events: number;
  readonly numbers: number;
  readonly effects: number;
  /** Comparisons of a view with its rebuild. */
  readonly viewsCompared: number;
  /** Broken promises by name; empty when every promise was kept. */
  readonly broken: ReadonlyMap<string, number>;
  /** Milliseconds from the start of a process to ready: the middle one and the longest. */
  readonly readyP50: number;
  readonly readyMax: number;
}

export function summarise(lives: readonly Life[]): KillSummary {
  const killed = lives.filter(wasKilled);
  const last = lives.filter((life) => life.killed === 'last');
  const ready = lives.flatMap(({ readyMs }) => readyMs ?? []).sort((a, b) => a - b);
  const sum = (list: readonly Life[], count: (life: Life) => number) =>
    list.reduce((total, life) => total + count(life), 0);
  const broken = new Map<string, number>();
  for (const { verdict } of lives) {
    for (const { promise } of verdict.findings) broken.set(promise, (broken.get(promise) ?? 0) + 1);
  }
  return {
    kills: killed.length,
    whileStarting: killed.filter((life) => life.killed === 'starting').length,
    houses: last.length,
    acknowledged: sum(last, ({ verdict }) => verdict.acknowledged),
    cutOff: sum(killed, ({ verdict }) => verdict.cutOff),
    cutOffDone: sum(killed, ({ verdict }) => verdict.cutOffDone),
    givenAgain: sum(last, ({ book }) => book.givenAgain),
    confirmed: sum(last, ({ book }) => book.confirmed),
    events: sum(last, ({ verdict }) => verdict.events),
    numbers: sum(last, ({ verdict }) => verdict.numbers),
    effects: sum(last, ({ verdict }) => verdict.effects),
    viewsCompared: sum(lives, ({ verdict }) => verdict.viewsCompared),
    broken,
    readyP50: ready[Math.floor(ready.length / 2)] ?? 0,
    readyMax: ready.at(-1) ?? 0,
  };
}

import { alternate } from '../alternating.ts';
import type { Bench } from '../bench.ts';
import { Contestant } from '../contestant/contestant.ts';
import { rateOf } from '../contestant/slice.ts';
import { comparedFigure, type Figure } from '../figure.ts';
import { EMMETT_DOCUMENTED, hasEmmett, withoutEmmett } from './emmett.ts';
import type { RunnerFacts } from './runner-contestant.ts';

/**
 * The rival used as its documentation shows it. With many callers on one store most of them never get an answer, so it is
 * asked for one turn only, and what it has done by the end of its patience is what counts.
 */
export async function besideEmmettAsDocumented(
  bench: Bench,
  ours: Contestant,
  directory: string,
  event: RunnerFacts['event'],
): Promise<readonly Figure[]> {
  const single = {
    id: 'commands.1.emmett-documented',
    title: { zh: '命令（不经HTTP），1个调用者', en: 'Commands without HTTP, 1 caller' },
    unit: 'commands/s',
  };
  const crowd = {
    id: 'commands.64.emmett-documented',
    title: { zh: '命令（不经HTTP），64个调用者', en: 'Commands without HTTP, 64 callers' },
    unit: 'commands/s',
  };
  if (!hasEmmett()) return [withoutEmmett(single), withoutEmmett(crowd)];
  bench.say('beside emmett-sqlite as documented');
  const parameters = { directory, use: 'documented', event };
  const { contestant: theirs } = await Contestant.open(bench, 'commands/emmett-contestant.ts', parameters);
  const one = await alternate(
    { ours, theirs },
    { callers: 1, milliseconds: bench.smoke ? 20 : 300 },
    { rounds: bench.smoke ? 2 : 10, warmUp: 1 },
  );
  const order = { callers: 64, milliseconds: bench.smoke ? 30 : 3_000 };
  const mine = await ours.slice(order);
  const { done, failed, stuck, milliseconds } = await theirs.slice(order);
  await theirs.kill();
  return [
    comparedFigure(
      { ...single, baselineTitle: EMMETT_DOCUMENTED },
      one.ours.map(rateOf),
      one.theirs.map(rateOf),
    ),
    comparedFigure(
      {
        ...crowd,
        baselineTitle: EMMETT_DOCUMENTED,
        note: `theirs: ${done} done, ${failed} failed, ${stuck} without an answer`,
      },
      [rateOf(mine)],
      [rateOf({ done, failed, stuck, milliseconds, rss: 0 })],
    ),
  ];
}

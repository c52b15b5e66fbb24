import { alternate } from '../alternating.ts';
import type { Bench } from '../bench.ts';
import { Contestant } from '../contestant/contestant.ts';
import { rateOf } from '../contestant/slice.ts';
import { comparedFigure, type Figure, plainFigure } from '../figure.ts';

const MIB = 1024 * 1024;

/** (e) Appending and memory with a small, a large and a very large log. */
export async function measureGrowth(bench: Bench): Promise<readonly Figure[]> {
  const directory = bench.directory('growth');
  const [small, large, huge] = bench.smoke ? [500, 1_000, 2_000] : [10_000, 100_000, 1_000_000];
  const open = async (events: number) => {
    bench.say(`filling a log with ${events} events`);
    return (await Contestant.open(bench, 'growth/growth-contestant.ts', { directory, events })).contestant;
  };
  const contestants = {
    small: await open(small ?? 0),
    large: await open(large ?? 0),
    huge: await open(huge ?? 0),
  };
  const rounds = await alternate(
    contestants,
    { callers: 64, milliseconds: bench.smoke ? 30 : 400 },
    { rounds: bench.smoke ? 2 : 15, warmUp: bench.smoke ? 1 : 4 },
  );
  for (const each of Object.values(contestants)) await each.close();
  const rates = (which: keyof typeof rounds) => rounds[which].map(rateOf);
  const named = (events: number | undefined) => ({
    id: `growth.rate.${events}`,
    title: { zh: `追加，日志已有${events}个事件`, en: `Appends with ${events} events in the log` },
    unit: 'appends/s',
    baselineTitle: { zh: `日志已有${small}个事件`, en: `with ${small} events` },
    goal: { of: 'ratio', least: 0.9 },
  });
  return [
    comparedFigure({ ...named(large), goal: { of: 'ratio', least: 0.9 } }, rates('large'), rates('small')),
    comparedFigure({ ...named(huge), goal: { of: 'ratio', least: 0.9 } }, rates('huge'), rates('small')),
    plainFigure(
      {
        id: 'growth.memory',
        title: { zh: `内存，日志已有${huge}个事件`, en: `Memory with ${huge} events in the log` },
        unit: 'MiB',
        goal: { of: 'value', most: 300 },
      },
      rounds.huge.map(({ rss }) => rss / MIB),
    ),
  ];
}

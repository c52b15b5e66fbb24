import { alternate } from '../alternating.ts';
import type { Bench } from '../bench.ts';
import { Contestant } from '../contestant/contestant.ts';
import { rateOf, type Slice } from '../contestant/slice.ts';
import { comparedFigure, type Figure, plainFigure } from '../figure.ts';
import { EMMETT_BEST, hasEmmett, withoutEmmett } from './emmett.ts';
import { besideEmmettAsDocumented } from './emmett-as-documented.ts';
import type { RunnerFacts } from './runner-contestant.ts';

const MIB = 1024 * 1024;
const FILE_THAT_GROWS = {
  zh: '裸写：文件增长，每事件一次 fdatasync',
  en: 'raw append to a growing file, one fdatasync an event',
};
const FILE_WITH_SPACE = {
  zh: '裸写：预留空间，每事件一次 fdatasync',
  en: 'raw write into reserved space, one fdatasync an event',
};
const PLAIN_LEAD = { zh: '不含个人信息的线索', en: 'a lead without personal data' };

const atLeast = (least: number) => ({ of: 'ratio', least }) as const;
const rates = (slices: readonly Slice[]) => slices.map(rateOf);

/** (b) Commands through the runner onto the disk, without HTTP, beside raw writes and beside emmett-sqlite. */
export async function measureCommands(bench: Bench): Promise<readonly Figure[]> {
  const directory = bench.directory('commands');
  const runner = await Contestant.open<RunnerFacts>(bench, 'commands/runner-contestant.ts', { directory });
  const { bytes, event } = runner.facts;
  const ours = runner.contestant;
  const grown = await openRaw(bench, directory, bytes, 0);
  const reserved = await openRaw(bench, directory, bytes, bench.smoke ? MIB : 64 * MIB);
  const complaints = bench.directory('complaints');
  const { contestant: personal } = await Contestant.open(bench, 'commands/runner-contestant.ts', {
    directory: complaints,
    personal: true,
  });
  const emmett = hasEmmett()
    ? (await Contestant.open(bench, 'commands/emmett-contestant.ts', { directory, use: 'best', event }))
        .contestant
    : undefined;
  const kept = emmett === undefined ? {} : { emmett };

  bench.say(`one caller, ${bytes} bytes an event`);
  const one = await alternate<'ours' | 'grown' | 'reserved' | 'emmett'>(
    { ours, grown, reserved, ...kept } as Record<'ours' | 'grown' | 'reserved' | 'emmett', Contestant>,
    { callers: 1, milliseconds: bench.smoke ? 20 : 150 },
    { rounds: bench.smoke ? 2 : 40, warmUp: bench.smoke ? 1 : 8 },
  );
  bench.say('64 callers');
  const many = await alternate<'ours' | 'grown' | 'personal' | 'emmett'>(
    { ours, grown, personal, ...kept } as Record<'ours' | 'grown' | 'personal' | 'emmett', Contestant>,
    { callers: 64, milliseconds: bench.smoke ? 30 : 300 },
    { rounds: bench.smoke ? 2 : 20, warmUp: bench.smoke ? 1 : 4 },
  );
  bench.say('1 000 callers');
  const crowds: Slice[] = [];
  for (let crowd = 0; crowd < (bench.smoke ? 1 : 5); crowd += 1) {
    crowds.push(await ours.slice({ callers: 1000, milliseconds: 0 }));
  }
  const documented = await besideEmmettAsDocumented(bench, ours, directory, event);
  for (const each of [ours, grown, reserved, personal, emmett]) await each?.close();

  const named = { unit: 'commands/s' } as const;
  const single = { zh: '命令（不经HTTP），1个调用者', en: 'Commands without HTTP, 1 caller' };
  const crowd = { zh: '命令（不经HTTP），64个调用者', en: 'Commands without HTTP, 64 callers' };
  return [
    comparedFigure(
      { ...named, id: 'commands.1.raw', title: single, baselineTitle: FILE_THAT_GROWS, goal: atLeast(0.75) },
      rates(one.ours),
      rates(one.grown),
    ),
    comparedFigure(
      { ...named, id: 'commands.1.raw-reserved', title: single, baselineTitle: FILE_WITH_SPACE },
      rates(one.ours),
      rates(one.reserved),
    ),
    ...(emmett === undefined
      ? [withoutEmmett({ ...named, id: 'commands.1.emmett', title: single })]
      : [
          comparedFigure(
            { ...named, id: 'commands.1.emmett', title: single, baselineTitle: EMMETT_BEST },
            rates(one.ours),
            rates(one.emmett),
          ),
        ]),
    comparedFigure(
      { ...named, id: 'commands.64.raw', title: crowd, baselineTitle: FILE_THAT_GROWS },
      rates(many.ours),
      rates(many.grown),
    ),
    ...(emmett === undefined
      ? [withoutEmmett({ ...named, id: 'commands.64.emmett', title: crowd, goal: atLeast(10) })]
      : [
          comparedFigure(
            {
              ...named,
              id: 'commands.64.emmett',
              title: crowd,
              baselineTitle: EMMETT_BEST,
              goal: atLeast(10),
            },
            rates(many.ours),
            rates(many.emmett),
          ),
        ]),
    comparedFigure(
      {
        ...named,
        id: 'commands.64.personal',
        title: {
          zh: '含举报人个人信息的命令，64个调用者',
          en: 'Commands with a reporter’s personal data, 64 callers',
        },
        baselineTitle: PLAIN_LEAD,
      },
      rates(many.personal),
      rates(many.ours),
    ),
    ...documented,
    plainFigure(
      {
        id: 'commands.1000.errors',
        title: { zh: '1000个并发调用者的错误数', en: 'Errors with 1 000 concurrent callers' },
        unit: 'errors',
        goal: { of: 'value', most: 0 },
      },
      crowds.map(({ failed, stuck }) => failed + stuck),
    ),
  ];
}

async function openRaw(
  bench: Bench,
  directory: string,
  bytes: number,
  reserved: number,
): Promise<Contestant> {
  const parameters = { directory, bytes, reserved };
  return (await Contestant.open(bench, 'commands/raw-append-contestant.ts', parameters)).contestant;
}

import type { Bench } from '../bench.ts';
import { sampleLead } from '../commands/sample-lead.ts';
import { Contestant } from '../contestant/contestant.ts';
import { rateOf, type Slice } from '../contestant/slice.ts';
import { comparedFigure, type Figure, plainFigure } from '../figure.ts';
import { median } from '../statistics.ts';
import type { ServerFacts } from './empty-contestant.ts';
import type { HouseFacts } from './house-contestant.ts';
import type { LoadParameters } from './load-contestant.ts';

const CONNECTIONS = 64;
const NOTHING = { milliseconds: 0, callers: 0 };

/** (a) Commands over HTTP beside a server that does no work; (d) how soon a view holds what was answered, at half that load. */
export async function measureHttp(bench: Bench): Promise<readonly Figure[]> {
  const house = await Contestant.open<HouseFacts>(bench, 'http/house-contestant.ts', {
    directory: bench.directory('house'),
  });
  const empty = await Contestant.open<ServerFacts>(bench, 'http/empty-contestant.ts', {});
  const onHouse = await openLoad(bench, {
    port: house.facts.port,
    path: '/v1/intake/leads',
    headers: { authorization: `Bearer ${house.facts.token}` },
    body: sampleLead,
  });
  const onEmpty = await openLoad(bench, { port: empty.facts.port, path: '/', headers: {}, body: sampleLead });

  const full = { callers: CONNECTIONS, milliseconds: bench.smoke ? 300 : 2_000 };
  const ours: Slice[] = [];
  const theirs: Slice[] = [];
  for (let round = 0; round < (bench.smoke ? 2 : 8); round += 1) {
    const mine = await must(onHouse, full);
    await settled(house.contestant);
    const bare = await must(onEmpty, full);
    // The first two rounds warm up.
    if (round < (bench.smoke ? 1 : 2)) continue;
    ours.push(mine);
    theirs.push(bare);
  }
  bench.say('view lag at half the load');
  const pace = median(ours.map(rateOf)) / 2;
  const lags: Slice[] = [];
  for (let round = 0; round < (bench.smoke ? 1 : 5); round += 1) {
    await must(onHouse, { ...full, pace });
    lags.push(await settled(house.contestant));
  }
  for (const each of [onHouse, onEmpty, house.contestant, empty.contestant]) await each.close();

  const baselineTitle = { zh: '空的 fastify + zod POST', en: 'an empty fastify + zod POST' };
  return [
    comparedFigure(
      {
        id: 'http.rate',
        title: { zh: 'HTTP命令，64个连接', en: 'Commands over HTTP, 64 connections' },
        unit: 'commands/s',
        baselineTitle,
        goal: { of: 'ratio', least: 0.6 },
      },
      ours.map(rateOf),
      theirs.map(rateOf),
    ),
    comparedFigure(
      {
        id: 'http.p50',
        title: { zh: 'HTTP命令耗时，中位', en: 'Time of a command over HTTP, median' },
        unit: 'ms',
        baselineTitle,
      },
      ours.map(({ p50 = Number.NaN }) => p50),
      theirs.map(({ p50 = Number.NaN }) => p50),
    ),
    comparedFigure(
      {
        id: 'http.p99',
        title: { zh: 'HTTP命令耗时，99分位', en: 'Time of a command over HTTP, p99' },
        unit: 'ms',
        baselineTitle,
      },
      ours.map(({ p99 = Number.NaN }) => p99),
      theirs.map(({ p99 = Number.NaN }) => p99),
    ),
    plainFigure(
      {
        id: 'http.view-lag-p99',
        title: { zh: '视图滞后，99分位，半载', en: 'View lag p99 at half that load' },
        unit: 'ms',
        goal: { of: 'value', most: 50 },
        note: `at ${Math.round(pace)} commands/s`,
      },
      lags.map(({ p99 = Number.NaN }) => p99),
    ),
  ];
}

async function openLoad(bench: Bench, parameters: LoadParameters): Promise<Contestant> {
  return (await Contestant.open(bench, 'http/load-contestant.ts', parameters)).contestant;
}

async function must(load: Contestant, order: Parameters<Contestant['slice']>[0]): Promise<Slice> {
  const slice = await load.slice(order);
  if (slice.failed > 0) throw new Error(`${slice.failed} requests failed: ${slice.failure ?? ''}`);
  return slice;
}

/** Waits until the views are level, so that what one round left to do does not fall into the next. */
async function settled(house: Contestant): Promise<Slice> {
  const slice = await house.slice(NOTHING);
  if (slice.stuck > 0) throw new Error('the views did not become level');
  return slice;
}

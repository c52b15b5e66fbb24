import type { Bench } from '../bench.ts';
import { sampleLead } from '../commands/sample-lead.ts';
import { Contestant } from '../contestant/contestant.ts';
import { rateOf, type Slice, type SliceOrder } from '../contestant/slice.ts';
import { comparedFigure, type Figure, plainFigure } from '../figure.ts';
import type { LoadParameters } from '../http/load-contestant.ts';
import type { EffectParameters, Waited } from './effect-contestant.ts';
import type { ApartFacts } from './house-contestant.ts';

const CONNECTIONS = 32;
const NOTHING = { milliseconds: 0, callers: 0 };
/** Bytes of an event of the sample lead with its metadata, as the record holds it. */
const EVENT_BYTES = 1_513;
const PACE = 50;
/** What these figures rest on; none of them tells how fast the real engines are. */
const ENGINES =
  'the record is the test double, MongoDB a protocol server in Python; seven processes, three servers and the clients share the cores';

/** Commands through the gateway beside bare appends; and how soon another service and a reader have what follows. */
export async function measureApart(bench: Bench): Promise<readonly Figure[]> {
  const house = await Contestant.open<ApartFacts>(bench, 'distributed/house-contestant.ts', {
    directory: bench.directory('house'),
  });
  try {
    const rates = await measureRate(bench, house.contestant, house.facts);
    const effect = await measureLag(bench, house.facts, 'effect in investigation');
    const page = await measureLag(bench, house.facts, 'page in reporting');
    return [...rates, ...effect, ...page];
  } finally {
    await house.contestant.close();
  }
}

async function measureRate(
  bench: Bench,
  house: Contestant,
  { url, token, eventstore }: ApartFacts,
): Promise<readonly Figure[]> {
  const load: LoadParameters = {
    port: Number(new URL(url).port),
    path: '/v1/intake/leads',
    headers: { authorization: `Bearer ${token}` },
    body: sampleLead,
  };
  const { contestant: clients } = await Contestant.open(bench, 'http/load-contestant.ts', load);
  const { contestant: bare } = await Contestant.open(bench, 'distributed/bare-append-contestant.ts', {
    eventstore,
    bytes: EVENT_BYTES,
  });
  const order = { callers: CONNECTIONS, milliseconds: bench.smoke ? 500 : 3_000 };
  const ours: Slice[] = [];
  const theirs: Slice[] = [];
  for (let round = 0; round < (bench.smoke ? 2 : 6); round += 1) {
    const mine = await must(clients, order);
    await must(house, NOTHING);
    const raw = await must(bare, order);
    if (round === 0) continue;
    ours.push(mine);
    theirs.push(raw);
  }
  await clients.close();
  await bare.close();
  const baselineTitle = { zh: '官方客户端直接追加', en: 'bare append by the official client' };
  return [
    comparedFigure(
      {
        id: 'apart.rate',
        title: {
          zh: `经网关的命令，${CONNECTIONS}个连接`,
          en: `Commands through the gateway, ${CONNECTIONS} connections`,
        },
        unit: 'commands/s',
        baselineTitle,
        note: ENGINES,
      },
      ours.map(rateOf),
      theirs.map(rateOf),
    ),
    plainFigure(
      {
        id: 'apart.p50',
        title: { zh: '经网关的命令耗时，中位', en: 'Time of a command through the gateway, median' },
        unit: 'ms',
      },
      ours.map(({ p50 = Number.NaN }) => p50),
    ),
    plainFigure(
      {
        id: 'apart.p99',
        title: { zh: '经网关的命令耗时，99分位', en: 'Time of a command through the gateway, p99' },
        unit: 'ms',
      },
      ours.map(({ p99 = Number.NaN }) => p99),
    ),
  ];
}

async function measureLag(bench: Bench, facts: ApartFacts, waited: Waited): Promise<readonly Figure[]> {
  const turns = bench.smoke ? 1 : 3;
  const order: SliceOrder = { milliseconds: bench.smoke ? 400 : 2_000, callers: 1, pace: PACE };
  bench.say(`${waited}: preparing matters`);
  const parameters: EffectParameters = {
    url: facts.url,
    eventstore: facts.eventstore,
    matters: ((turns + 1) * order.milliseconds * PACE) / 1000,
    waited,
  };
  const { contestant } = await Contestant.open(bench, 'distributed/effect-contestant.ts', parameters);
  await must(contestant, order);
  const slices: Slice[] = [];
  for (let turn = 0; turn < turns; turn += 1) slices.push(await must(contestant, order));
  await contestant.close();
  const toEffect = waited === 'effect in investigation';
  const name = toEffect ? 'effect' : 'page';
  const zh = toEffect ? '命令答复至另一服务的效果' : '命令答复至事项页可见';
  const en = toEffect
    ? "From a command's answer to the effect in another service"
    : "From a command's answer to the matter page";
  const note = `approvals of filings at ${PACE} a second; ${ENGINES}`;
  return [
    plainFigure(
      { id: `apart.${name}-p50`, title: { zh: `${zh}，中位`, en: `${en}, median` }, unit: 'ms', note },
      slices.map(({ p50 = Number.NaN }) => p50),
    ),
    plainFigure(
      {
        id: `apart.${name}-p99`,
        title: { zh: `${zh}，99分位`, en: `${en}, p99` },
        unit: 'ms',
        note,
        ...(toEffect ? { goal: { of: 'value', most: 100 } } : {}),
      },
      slices.map(({ p99 = Number.NaN }) => p99),
    ),
  ];
}

async function must(contestant: Contestant, order: SliceOrder): Promise<Slice> {
  const slice = await contestant.slice(order);
  if (slice.failed > 0 || slice.stuck > 0) {
    throw new Error(`${slice.failed} failed, ${slice.stuck} stuck: ${slice.failure ?? 'no reason'}`);
  }
  return slice;
}

import { alternate, type Rounds } from '../alternating.ts';
import type { Bench } from '../bench.ts';
import { Contestant } from '../contestant/contestant.ts';
import { rateOf, type Slice } from '../contestant/slice.ts';
import { comparedFigure, type Figure, plainFigure } from '../figure.ts';
import type { BareProduceParameters } from './bare-produce-contestant.ts';
import type { ConsumeParameters } from './consume-contestant.ts';
import type { EngineFacts } from './engines-contestant.ts';

const ALL = { milliseconds: 0, callers: 1 };
const AT_LEAST = { of: 'ratio', least: 0.6 } as const;
const rates = (slices: readonly Slice[]) => slices.map(rateOf);

/** What the feed costs: the relay and a consumer beside kafkajs alone, and how a new consumer catches up with a long topic. */
export async function measureFeed(bench: Bench): Promise<readonly Figure[]> {
  const { contestant: engines, facts } = await Contestant.open<EngineFacts>(
    bench,
    'distributed/engines-contestant.ts',
    { directory: bench.directory('engines') },
  );
  try {
    const relay = await measureRelay(bench, facts);
    const consumer = await measureConsumers(bench, facts, bench.smoke ? 5_000 : 100_000);
    const catchUp = await measureConsumers(bench, facts, bench.smoke ? 20_000 : 1_000_000);
    return [...relayFigures(relay), ...consumerFigures(consumer), ...catchUpFigures(catchUp)];
  } finally {
    await engines.close();
  }
}

async function measureRelay(bench: Bench, { eventstore, brokers }: EngineFacts) {
  const events = bench.smoke ? 2_000 : 30_000;
  bench.say(`relay: recording ${events} events`);
  const { contestant: ours, facts } = await Contestant.open<{ bytes: number }>(
    bench,
    'distributed/publish-contestant.ts',
    { eventstore, brokers, events },
  );
  const parameters: BareProduceParameters = { brokers, events, bytes: facts.bytes };
  const { contestant: bare } = await Contestant.open(
    bench,
    'distributed/bare-produce-contestant.ts',
    parameters,
  );
  const rounds = await alternate({ ours, bare }, ALL, { rounds: bench.smoke ? 1 : 5, warmUp: 1 });
  await Promise.all([ours.close(), bare.close()]);
  return rounds;
}

async function measureConsumers(bench: Bench, { brokers }: EngineFacts, events: number) {
  bench.say(`consumers: publishing ${events} events`);
  const fill = await Contestant.open<{ topic: string }>(bench, 'distributed/fill-contestant.ts', {
    brokers,
    events,
  });
  await fill.contestant.close();
  const { topic } = fill.facts;
  const open = async (by: ConsumeParameters['by']) => {
    const parameters: ConsumeParameters = { brokers, topic, events, by };
    return (await Contestant.open(bench, 'distributed/consume-contestant.ts', parameters)).contestant;
  };
  const [ours, bare] = [await open('feed'), await open('kafkajs')];
  const many = events > 500_000;
  const rounds = await alternate({ ours, bare }, ALL, {
    rounds: bench.smoke || many ? 2 : 5,
    warmUp: many ? 0 : 1,
  });
  await Promise.all([ours.close(), bare.close()]);
  return rounds;
}

type Pair = Rounds<'ours' | 'bare'>;
const PRODUCE = { zh: 'kafkajs 直接写入', en: 'bare kafkajs produce' };
const CONSUME = { zh: 'kafkajs 直接读取', en: 'bare kafkajs consume' };

function relayFigures({ ours, bare }: Pair): readonly Figure[] {
  const title = { zh: '转发：事件库到Kafka', en: 'Relay: from the record to Kafka' };
  const note =
    'reads the record, makes a CloudEvent of each event, publishes with acks -1; the bare one sends ready bytes';
  return [
    comparedFigure(
      { id: 'feed.relay', title, unit: 'events/s', baselineTitle: PRODUCE, goal: AT_LEAST, note },
      rates(ours),
      rates(bare),
    ),
  ];
}

function consumerFigures({ ours, bare }: Pair): readonly Figure[] {
  const title = { zh: '消费者：解析并交付', en: 'Consumer: parsed and delivered' };
  const note = 'every event is parsed and checked; the bare one looks at nothing';
  return [
    comparedFigure(
      { id: 'feed.consumer', title, unit: 'events/s', baselineTitle: CONSUME, goal: AT_LEAST, note },
      rates(ours),
      rates(bare),
    ),
  ];
}

function catchUpFigures({ ours, bare }: Pair): readonly Figure[] {
  const events = ours[0]?.done ?? 0;
  const growth = ours.map(({ p50 = Number.NaN, p99 = Number.NaN }) => p50 / p99);
  return [
    comparedFigure(
      {
        id: 'feed.catch-up',
        title: { zh: '新消费者从头追上', en: 'A new consumer catches up from the beginning' },
        unit: 'events/s',
        baselineTitle: CONSUME,
        note: `${events} events`,
      },
      rates(ours),
      rates(bare),
    ),
    plainFigure(
      {
        id: 'feed.growth',
        title: { zh: '最后一成与最初一成之比', en: 'Rate of the last tenth beside that of the first' },
        unit: 'times',
        goal: { of: 'value', least: 0.8 },
        note: `${events} events`,
      },
      growth,
    ),
  ];
}

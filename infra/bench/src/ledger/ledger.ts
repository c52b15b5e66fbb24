import { alternate } from '../alternating.ts';
import type { Bench } from '../bench.ts';
import { Contestant } from '../contestant/contestant.ts';
import type { Slice } from '../contestant/slice.ts';
import { comparedFigure, type Figure } from '../figure.ts';
import type { LedgerFacts } from './ledger-contestant.ts';

/** (c) Rebuilding the main ledger beside a bare scan and JSON.parse of the same log. */
export async function measureLedger(bench: Bench): Promise<readonly Figure[]> {
  const directory = bench.directory('ledger');
  const events = bench.smoke ? 1_000 : 100_000;
  bench.say(`writing a log of ${events} events from played matters`);
  const file = 'ledger/ledger-contestant.ts';
  const bare = await Contestant.open<LedgerFacts>(bench, file, { directory, events, rebuild: false });
  const ours = await Contestant.open<LedgerFacts>(bench, file, { directory, events, rebuild: true });
  const rounds = await alternate(
    { bare: bare.contestant, ours: ours.contestant },
    { callers: 1, milliseconds: 0 },
    { rounds: bench.smoke ? 2 : 9, warmUp: bench.smoke ? 1 : 2 },
  );
  await bare.contestant.close();
  await ours.contestant.close();
  const rates = (slices: readonly Slice[]) =>
    slices.map(({ milliseconds }) => (bare.facts.events * 1000) / milliseconds);
  return [
    comparedFigure(
      {
        id: 'ledger.rebuild',
        title: { zh: '重建监督事项总台账', en: 'Rebuilding the main ledger' },
        unit: 'events/s',
        baselineTitle: { zh: '扫描日志并 JSON.parse', en: 'a bare scan of the log with JSON.parse' },
        goal: { of: 'ratio', least: 0.4 },
        note: `${bare.facts.events} events`,
      },
      rates(rounds.ours),
      rates(rounds.bare),
    ),
  ];
}

import { readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { openHouse } from '@jiandu/standalone';
import { bootstrap } from '@jiandu/standalone/bootstrap';
import { SAMPLE_CLERK } from '../commands/sample-lead.ts';
import type { Slice } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { quantile } from '../statistics.ts';
import type { ServerFacts } from './empty-contestant.ts';

export interface HouseFacts extends ServerFacts {
  readonly token: string;
}

const PATIENCE_MS = 300_000;

/**
 * The whole house as `npm start` runs it, on files. Its turn is to wait until every view is level, and to tell how long each
 * batch of events took from the log to the view since the turn before (`p50`, `p99`, milliseconds).
 */
onStage<{ directory: string }>(async ({ directory }) => {
  const flags = ['--mode', 'test', '--port', '0', '--data', directory];
  const { settings } = readSettings({ JIANDU_LOG_LEVEL: 'error', JIANDU_RATE_LIMIT: '0' }, flags);
  const house = await openHouse(settings);
  await bootstrap(house.runtime, demoStaff);
  const address = await house.listen();
  const session = await fetch(`${address}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: SAMPLE_CLERK }),
  });
  const { token } = (await session.json()) as { token: string };
  const pool = house.runtime.view('intake.leadPool');
  let lags: number[] = [];
  house.store.subscribe(await house.store.head(), {}, async (_batch, upTo) => {
    const there = performance.now();
    void pool.reach(upTo, PATIENCE_MS).then(() => lags.push(performance.now() - there));
  });

  const settle = async (): Promise<Slice> => {
    const started = performance.now();
    const level = await house.runtime.settled(await house.store.head(), PATIENCE_MS);
    const slice = {
      done: lags.length,
      failed: 0,
      stuck: level ? 0 : 1,
      milliseconds: performance.now() - started,
      rss: process.memoryUsage().rss,
      p50: quantile(lags, 0.5),
      p99: quantile(lags, 0.99),
    };
    lags = [];
    return slice;
  };
  const facts: HouseFacts = { port: Number(new URL(address).port), token };
  return { facts, performer: { once: async () => undefined, slice: settle, close: () => house.close() } };
});

import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStoreDb } from '@jiandu/adapters-distributed/eventstoredb';
import { idOf } from '@jiandu/eventing';
import type { Slice, SliceOrder } from '../contestant/slice.ts';
import { onStage } from '../contestant/stage.ts';
import { quantile } from '../statistics.ts';
import { openDesk } from './desk.ts';
import { approveFiling, mattersToFile, seen } from './matters-to-file.ts';

/** What is waited for after each approval. */
export type Waited = 'effect in investigation' | 'page in reporting';

export interface EffectParameters {
  readonly url: string;
  readonly eventstore: string;
  readonly matters: number;
  readonly waited: Waited;
}

/** An effect that does not come within so long is counted as stuck. */
const PATIENCE_MS = 10_000;

/**
 * Approves filings at a pace and tells how long after each answer its consequence was there: the event that investigation's
 * policy recorded, which came to it through the broker, or the page a reader is shown.
 */
onStage<EffectParameters>(async ({ url, eventstore, matters: count, waited }) => {
  const desk = openDesk(url);
  const record = await openEventStoreDb({ url: eventstore, allowDouble: true });
  const opened = new Map<string, number>();
  record.subscribe(await record.head(), { categories: ['investigation.verification'] }, async (batch) => {
    const now = performance.now();
    for (const { type, stream } of batch) if (type === 'VerificationOpened') opened.set(idOf(stream), now);
  });
  const matters = [...(await mattersToFile(desk, count))];

  const lagOf = async (matter: string): Promise<number | undefined> => {
    const { position } = await approveFiling(desk, matter);
    const answered = performance.now();
    if (waited === 'page in reporting') {
      await seen(desk, matter, position);
      return performance.now() - answered;
    }
    while (performance.now() - answered < PATIENCE_MS) {
      const there = opened.get(matter);
      // The effect may be there before the answer has arrived.
      if (there !== undefined) return Math.max(0, there - answered);
      await sleep(5);
    }
    return undefined;
  };

  const slice = async ({ milliseconds, pace = 50 }: SliceOrder): Promise<Slice> => {
    const started = performance.now();
    const lags: Promise<number | undefined>[] = [];
    for (let due = 0; due < (milliseconds * pace) / 1000; due += 1) {
      const matter = matters.pop();
      if (matter === undefined) throw new Error('there are no matters left to file');
      const left = started + (due * 1000) / pace - performance.now();
      if (left > 0) await sleep(left);
      lags.push(lagOf(matter));
    }
    const taken = await Promise.all(lags);
    const known = taken.flatMap((lag) => lag ?? []);
    return {
      done: known.length,
      failed: 0,
      stuck: taken.length - known.length,
      milliseconds: performance.now() - started,
      rss: process.memoryUsage().rss,
      p50: quantile(known, 0.5),
      p99: quantile(known, 0.99),
    };
  };
  return { performer: { once: async () => undefined, slice, close: () => record.close() } };
});

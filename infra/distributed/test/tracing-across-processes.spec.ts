import { overHttp, play, workedMatters } from '@jiandu/worked-matters';
import { expect, test } from 'vitest';
import { startHouseUnderTest } from './distributed-house.ts';
import { type Collector, openCollector } from './tracing/collector.ts';
import { followApproval } from './tracing/one-command-followed.ts';

const PATIENCE_MS = 300_000;

test(
  'one command is followed across the processes of the house, over a real broker',
  async (context) => {
    const collector = await openCollector();
    try {
      const started = await startHouseUnderTest({ settings: { JIANDU_OTLP_URL: collector.url } });
      if (typeof started === 'string') return context.skip(started);
      const example = workedMatters.find(({ id }) => id === 'EX-02');
      if (example === undefined) throw new Error('there is no EX-02');
      try {
        const { differences } = await play(example, overHttp(started.house.url));
        expect(differences).toEqual([]);
        await spansCome(collector);
      } finally {
        await started.close();
      }
      followApproval(collector, example.number ?? '');
    } finally {
      await collector.close();
    }
  },
  PATIENCE_MS,
);

/** Processes send their spans every second, and what is left when they end. */
async function spansCome({ spans }: Collector): Promise<void> {
  await expect.poll(() => spans.length, { timeout: PATIENCE_MS / 10 }).toBeGreaterThan(0);
}

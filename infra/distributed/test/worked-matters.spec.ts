import { closingLine, overHttp, play, workedMatters } from '@jiandu/worked-matters';
import { afterAll, describe, expect, it } from 'vitest';
import { viewsAgainstRecord } from '../src/verify/views-against-record.ts';
import { startHouseUnderTest } from './distributed-house.ts';

const PATIENCE_MS = 300_000;
const started = await startHouseUnderTest();

describe('the worked matters in the distributed house', () => {
  afterAll(async () => {
    if (typeof started !== 'string') await started.close();
  }, PATIENCE_MS);

  it.for([
    ['EX-01', 25],
    ['EX-02', 23],
    ['EX-06', 23],
  ] as const)(
    '%s plays through the gateway, %i actions, no difference, and every view equals the embedded one',
    {
      timeout: PATIENCE_MS,
    },
    async ([id, actions], context) => {
      if (typeof started === 'string') return context.skip(started);
      const { house, record, views } = started;
      const matter = workedMatters.find((each) => each.id === id);
      if (matter === undefined) throw new Error(`there is no ${id}`);
      const played = await play(matter, overHttp(house.url));
      expect(played.differences).toEqual([]);
      expect(closingLine(played)).toBe(`${id}: ${actions} of ${actions} actions, 0 differences`);
      const verdicts = await viewsAgainstRecord(record, views);
      expect(verdicts.filter(({ equal }) => !equal)).toEqual([]);
      expect(verdicts.some(({ documents }) => documents > 0)).toBe(true);
    },
  );
});

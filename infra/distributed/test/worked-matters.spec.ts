import { closingLine, overHttp, playTogether, workedMatters } from '@jiandu/worked-matters';
import { afterAll, describe, expect, it } from 'vitest';
import { viewsAgainstRecord } from '../src/verify/views-against-record.ts';
import { startHouseUnderTest } from './distributed-house.ts';

const PATIENCE_MS = 400_000;
const started = await startHouseUnderTest();

describe('the worked matters in the distributed house', () => {
  afterAll(async () => {
    if (typeof started !== 'string') await started.close();
  }, PATIENCE_MS);

  it('play through the gateway without a difference', { timeout: PATIENCE_MS }, async (context) => {
    if (typeof started === 'string') return context.skip(started);
    const played = await playTogether(workedMatters, overHttp(started.house.url));
    expect(played.flatMap(({ differences }) => differences)).toEqual([]);
    expect(played.map(closingLine)).toEqual([
      'EX-01: 25 of 25 actions, 0 differences',
      'EX-02: 23 of 23 actions, 0 differences',
      'EX-06: 23 of 23 actions, 0 differences',
    ]);
  });

  it('leave views that embedded stores make of the same record, document by document', {
    timeout: PATIENCE_MS,
  }, async (context) => {
    if (typeof started === 'string') return context.skip(started);
    const verdicts = await viewsAgainstRecord(started.record, started.views);
    expect(verdicts.filter(({ equal }) => !equal)).toEqual([]);
    expect(verdicts.filter(({ documents }) => documents > 0).length).toBeGreaterThan(10);
  });
});

import type { EventStore } from '@jiandu/eventing';
import { closingLine, overHttp, playTogether, workedMatters } from '@jiandu/worked-matters';
import { expect, test } from 'vitest';
import { openHouseApart } from './house-apart.ts';

test('the worked matters play through the gateway before six services as in one process, no difference', async () => {
  const house = await openHouseApart({ delay: () => Math.random() * 5 });
  try {
    const played = await playTogether(workedMatters, overHttp(house.url));
    expect(played.flatMap(({ differences }) => differences)).toEqual([]);
    expect(played.map(closingLine)).toEqual([
      'EX-01: 25 of 25 actions, 0 differences',
      'EX-02: 23 of 23 actions, 0 differences',
      'EX-06: 23 of 23 actions, 0 differences',
    ]);
    expect(await longestChain(house.store)).toBeLessThanOrEqual(4);
  } finally {
    await house.close();
  }
}, 180_000);

/** Links of the longest chain of causes in a record. */
async function longestChain(store: EventStore): Promise<number> {
  const { events } = await store.readAll(0, 100_000);
  const depths = new Map<string, number>();
  for (const { id, metadata } of events) depths.set(id, 1 + (depths.get(metadata.causationId ?? '') ?? -1));
  return Math.max(...depths.values());
}

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
  } finally {
    await house.close();
  }
}, 180_000);

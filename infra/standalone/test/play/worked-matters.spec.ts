import { closingLine, overHttp, play } from '@jiandu/worked-matters';
import { expect, test } from 'vitest';
import { openEmptyHouse, workedMatter } from '../acceptance-house.ts';

test.each([
  ['EX-01', 25],
  ['EX-02', 23],
  ['EX-06', 23],
])(
  '%s plays over the network from an empty house, %i actions, no difference',
  async (id, actions) => {
    const { house } = await openEmptyHouse();
    try {
      const played = await play(workedMatter(id), overHttp(await house.house.listen()));
      expect(played.differences).toEqual([]);
      expect([played.actionsDone, played.actions]).toEqual([actions, actions]);
      expect(closingLine(played)).toBe(`${id}: ${actions} of ${actions} actions, 0 differences`);
      expect(played.steps.at(-1)?.seen.status).toBe('archived');
    } finally {
      await house.close();
    }
  },
  60_000,
);

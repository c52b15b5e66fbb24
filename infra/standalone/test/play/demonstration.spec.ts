import { demonstrationMatters, playTogether } from '@jiandu/worked-matters';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../../src/in-process.ts';
import { openTestHouse } from '../house.ts';

describe('the matters of the demonstration come out as written', () => {
  test.each([
    ['on a plain day', '2026-11-24'],
    ['right after a weekend', '2026-11-23'],
    ['in a year whose calendar is not published', '2027-02-01'],
  ])(
    '%s, %s',
    async (_title, today) => {
      const house = await openTestHouse('2025-11-24');
      try {
        const played = await playTogether(demonstrationMatters(today), inProcess(house.house.app));
        expect(played.flatMap(({ differences }) => differences)).toEqual([]);
        expect(played.length).toBeGreaterThanOrEqual(12);
        expect(played.map(({ steps }) => steps.at(-1)?.seen.status)).toEqual(
          played.map(({ matter }) => matter.outcome.page?.['status']),
        );
      } finally {
        await house.close();
      }
    },
    60_000,
  );
});

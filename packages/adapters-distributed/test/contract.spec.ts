import { ServerMissing } from '@jiandu/local-servers';
import { afterAll, describe, expect, it } from 'vitest';
import { serversRequired } from './stands/servers-required.ts';
import type { Stand, StandToTry } from './stands/stand.ts';
import { standsToTry } from './stands/stands.ts';

/** Starts an engine; why it cannot be had is kept for the one skip that says so. */
async function tryToStand({ start }: StandToTry): Promise<Stand | string> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof ServerMissing) return error.message;
    throw error;
  }
}

for (const wanted of standsToTry) {
  const stand = await tryToStand(wanted);
  if (typeof stand === 'string') {
    it(`${wanted.port} on ${wanted.wants}`, (context) => {
      if (serversRequired(wanted)) throw new Error(stand);
      context.skip(stand);
    });
    continue;
  }
  describe(`${wanted.port} on ${stand.on}`, () => {
    afterAll(() => stand.close());

    it('has every case of its contract', () => {
      expect(stand.cases.length).toBe(wanted.size);
      expect(stand.cases.length).toBeGreaterThan(0);
    });

    it.each(stand.cases)('$name', ({ run }) => run());
  });
}

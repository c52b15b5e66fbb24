import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ServiceApart, settleApart } from '../../src/gateway/settle-apart.ts';
import { Settlement } from '../../src/gateway/settlement.ts';
import { type Kind, SimulatedHouse } from './simulated-house.ts';

const LATE_MS = 60_000;

/** Kinds cause later kinds only, so that a chain is at most as long as there are kinds. */
const kinds: fc.Arbitrary<readonly Kind[]> = fc.integer({ min: 2, max: 7 }).chain((count) =>
  fc
    .tuple(
      ...Array.from({ length: count }, (_, kind) =>
        fc.record({
          owner: fc.integer({ min: 0, max: 3 }),
          causes: fc.uniqueArray(fc.integer({ min: kind + 1, max: Math.max(kind + 1, count - 1) }), {
            maxLength: 2,
          }),
        }),
      ),
    )
    .map((list) =>
      list.map(({ owner, causes }) => ({ owner, causes: causes.filter((each) => each < count) })),
    ),
);

describe('waiting for what follows in all services', () => {
  test('whenever it says settled, nothing that follows from the position is missing, in whatever order the steps come', async () => {
    let chains = 0;
    await fc.assert(
      fc.asyncProperty(
        kinds,
        fc.array(fc.nat(6), { maxLength: 4 }),
        fc.array(fc.nat(6), { maxLength: 4 }),
        fc.scheduler(),
        async (declared, before, during, scheduler) => {
          const house = new SimulatedHouse(declared, scheduler);
          for (const kind of before) house.append(kind % declared.length);
          const asked = house.append(0);
          house.start();
          void (async () => {
            for (const kind of during) {
              await house.step();
              house.append(kind % declared.length);
            }
          })();
          const settled = await scheduler.waitFor(settleApart(house.ports, asked.position, LATE_MS));
          const { log } = house;
          house.stop();
          if (!settled.settled) throw new Error('everybody answers');
          expect(house.missing(asked, settled.upTo)).toEqual([]);
          for (const event of settled.closed ? log.slice(0, settled.upTo) : [])
            expect(house.missing(event, settled.upTo)).toEqual([]);
          if (declared[0]?.causes.length !== 0) chains += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(chains).toBeGreaterThan(50);
  });

  const idle: ServiceApart = {
    published: async () => 'reached',
    handled: async () => ({ standing: 'reached', lastEffect: 0 }),
  };

  test.each([
    ['published late', { ...idle, published: async () => 'late' as const }, 'late'],
    [
      'handled late',
      { ...idle, handled: async () => ({ standing: 'late' as const, lastEffect: 0 }) },
      'late',
    ],
    ['away', { ...idle, handled: async () => ({ standing: 'away' as const, lastEffect: 0 }) }, 'away'],
  ])('one service %s: not settled, and why', async (_what, service, why) => {
    expect(await settleApart([idle, service, idle], 7, 100)).toEqual({ settled: false, why });
  });

  test('services that nobody follows and that do not react are not asked', async () => {
    expect(await settleApart([{}, {}], 7, 100)).toEqual({ settled: true, upTo: 7, closed: true });
  });

  test('while others never rest, it ends when every link of the longest chain is proven', async () => {
    let rounds = 0;
    const busy: ServiceApart = {
      ...idle,
      handled: async (position) => {
        rounds += 1;
        return { standing: 'reached', lastEffect: position + 1 };
      },
    };
    expect(await settleApart([busy], 7, LATE_MS)).toEqual({ settled: true, upTo: 15, closed: false });
    expect(rounds).toBe(8);
  });
});

describe('what is settled', () => {
  const counting = () => {
    const asked: number[] = [];
    const service: ServiceApart = {
      published: async (position) => {
        asked.push(position);
        return 'reached';
      },
      handled: async (position) => ({ standing: 'reached', lastEffect: Math.max(position, 9) }),
    };
    return { asked, settlement: new Settlement([service]) };
  };

  test('is never asked again, nor is anything before it', async () => {
    const { asked, settlement } = counting();
    expect(await settlement.settle(7, 100)).toMatchObject({ settled: true, upTo: 9 });
    expect(asked).toEqual([7, 9]);
    expect(await settlement.settle(8, 100)).toMatchObject({ settled: true, upTo: 9 });
    expect(await settlement.settle(9, 100)).toMatchObject({ settled: true, upTo: 9 });
    expect(asked).toEqual([7, 9]);
    await settlement.settle(10, 100);
    expect(asked).toEqual([7, 9, 10]);
  });

  test('is waited for once by those who ask at the same time', async () => {
    const { asked, settlement } = counting();
    await Promise.all([settlement.settle(12, 100), settlement.settle(12, 100)]);
    expect(asked).toEqual([12]);
  });

  test('is asked again when it was not settled', async () => {
    let away = true;
    const settlement = new Settlement([{ published: async () => (away ? 'away' : 'reached') }]);
    expect(await settlement.settle(3, 100)).toEqual({ settled: false, why: 'away' });
    away = false;
    expect(await settlement.settle(3, 100)).toMatchObject({ settled: true });
  });
});

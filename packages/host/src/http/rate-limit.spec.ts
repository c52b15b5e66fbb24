import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limit.ts';

test('a burst goes through, then one at the rate', () => {
  let now = 0;
  const limiter = new RateLimiter({ perSecond: 2, burst: 3 }, () => now);
  expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 1]);
  expect(limiter.take('b')).toBe(0);
  now = 500;
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1]);
});

test('0 is no limit', () => {
  const limiter = new RateLimiter({ perSecond: 0, burst: 0 });
  expect(limiter.take('a')).toBe(0);
});

test('never more than burst + rate × time, and waiting as told always helps', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      gaps,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (waits, perSecond, burst) => {
        let now = 0;
        let through = 0;
        const limiter = new RateLimiter({ perSecond, burst }, () => now);
        for (const gap of waits) {
          now += gap;
          const told = limiter.take('a');
          if (told === 0) through += 1;
          expect(through).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6);
          if (told === 0) continue;
          now += told * 1000;
          expect(limiter.take('a')).toBe(0);
          through += 1;
        }
      },
    ),
  );
});

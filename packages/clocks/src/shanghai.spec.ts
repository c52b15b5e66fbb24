import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateOf } from './shanghai.ts';

describe('the legal date of an instant is its date in Asia/Shanghai', () => {
  it.each([
    ['2025-03-02T15:59:59Z', '2025-03-02'],
    ['2025-03-02T16:00:00Z', '2025-03-03'],
    ['2025-03-02T16:00:00.123456Z', '2025-03-03'],
    ['2024-12-31T16:00Z', '2025-01-01'],
    ['2025-03-03T23:59:00+08:00', '2025-03-03'],
    ['2025-03-03T23:59:00-03:30', '2025-03-04'],
    ['2025-03-03T01:00:00+10:00', '2025-03-02'],
  ])('%s: %s', (instant, date) => {
    expect(localDateOf(instant)).toBe(date);
  });

  it('agrees with the zone data of the host', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    const instant = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (at) => {
        expect(localDateOf(at.toISOString())).toBe(shanghai.format(at));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['2025-03-03', '2025-02-30T00:00:00Z', '2025-03-03T24:00:00Z', '2025-03-03T00:60:00Z', 'now'])(
    'throws for %s, which is no instant',
    (text) => {
      expect(() => localDateOf(text)).toThrow(RangeError);
    },
  );
});

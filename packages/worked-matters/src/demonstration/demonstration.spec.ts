import { isLocalDate } from '@jiandu/clocks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationMatters } from '../demonstration.ts';
import { isOfficeDay, officeDayBefore } from './working-days.ts';

const anyDay = fc
  .date({ min: new Date('2025-11-24'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the matters of the demonstration', () => {
  test('lie between the worked matters and today, on office days, in order', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const { steps } of demonstrationMatters(today)) {
          const days = steps.map(({ on }) => on);
          expect(days.toSorted()).toEqual(days);
          for (const day of days) {
            expect([day, isLocalDate(day) && isOfficeDay(day)]).toEqual([day, true]);
            expect(day >= '2025-11-24' && day < today).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are a dozen and more, of three types and four units, each under its own name', () => {
    const matters = demonstrationMatters('2026-11-24');
    const first = matters.map(({ steps }) => steps[0]?.with ?? {});
    expect(matters.length).toBeGreaterThanOrEqual(12);
    expect(new Set(matters.map(({ id }) => id)).size).toBe(matters.length);
    expect(new Set(first.map(({ type }) => type))).toEqual(new Set(['CFS', 'IAS', 'CIR']));
    expect(new Set(first.map(({ unit }) => unit))).toEqual(new Set(['630103', '630202', '630200', '632800']));
  });

  test('stand at every stage', () => {
    const ends = demonstrationMatters('2026-11-24').map(({ outcome }) => outcome.page?.status);
    for (const status of [
      'lead_received',
      'lead_registered',
      'lead_screened',
      'rejected',
      'accepted',
      'voided',
      'task',
      'investigating',
      'reviewing',
      'awaiting_reply',
      'overdue',
      'escalated',
      'following_up',
      'concluded',
      'archived',
    ])
      expect(ends).toContain(status);
  });

  test('those that would begin too early are left out, not moved', () => {
    expect(demonstrationMatters('2025-11-24')).toEqual([]);
    expect(demonstrationMatters('2025-11-26').map(({ id }) => id)).toEqual([
      'DEMO-01',
      'DEMO-02',
      'DEMO-05',
      'DEMO-10',
    ]);
  });
});

test.each([
  ['2026-11-24', 1, '2026-11-23'],
  ['2026-11-23', 1, '2026-11-20'],
  // National Day week 2026 is off from 1 to 7 October; the swap days 26 September and 10 October are weekends.
  ['2026-10-08', 1, '2026-09-30'],
  ['2026-10-12', 1, '2026-10-09'],
])('before %s, %i office day back lies %s', (today, days, expected) => {
  expect(officeDayBefore(today, days)).toBe(expected);
});

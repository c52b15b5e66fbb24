import { describe, expect, it } from 'vitest';
import { firstOverdueDay, isOverdue, overdueDays, warningDays } from './overdue.ts';

describe('overdue', () => {
  it('begins on the day after the due date', () => {
    expect(isOverdue('2025-05-06', '2025-05-06')).toBe(false);
    expect(isOverdue('2025-05-06', '2025-05-07')).toBe(true);
    expect(firstOverdueDay('2025-05-06')).toBe('2025-05-07');
    expect(firstOverdueDay('2025-12-31')).toBe('2026-01-01');
  });

  it('is counted in calendar days past the due date, never below zero', () => {
    expect(overdueDays('2025-05-06', '2025-05-19')).toBe(13);
    expect(overdueDays('2025-05-06', '2025-05-06')).toBe(0);
    expect(overdueDays('2025-05-06', '2025-04-30')).toBe(0);
  });

  it('is preceded by reminders 7, 3 and 1 days before', () => {
    expect(warningDays('2025-05-06')).toEqual(['2025-04-29', '2025-05-03', '2025-05-05']);
  });
});

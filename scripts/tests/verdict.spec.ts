import { describe, expect, test } from 'vitest';
import { judge, type Outcome } from './verdict.ts';

const passed: Outcome = { name: 'a', state: 'passed' };
const run = (outcomes: Outcome[], more: { strayErrors?: number; filtered?: boolean } = {}) =>
  judge({ outcomes, strayErrors: 0, filtered: false, ...more });

describe('the last line of a test run', () => {
  test('counts what passed and what failed', () => {
    expect(run([passed, passed, { name: 'b', state: 'failed' }])).toEqual({
      remarks: [],
      line: '2 passed, 1 failed',
      green: false,
    });
  });

  test('names every skip with its reason', () => {
    const verdict = run([passed, { name: 'kafka', state: 'skipped', reason: 'no server at KAFKA_URL' }]);
    expect(verdict.line).toBe('1 passed, 0 failed, 1 skipped');
    expect(verdict.remarks).toEqual(['skipped: kafka: no server at KAFKA_URL']);
    expect(verdict.green).toBe(true);
  });

  test.each([undefined, '', '  '])('counts a skip with reason %j as a failure', (reason) => {
    const verdict = run([passed, { name: 'b', state: 'skipped', reason }]);
    expect(verdict.line).toBe('1 passed, 1 failed');
    expect(verdict.remarks[0]).toContain('skipped without a reason');
    expect(verdict.green).toBe(false);
  });

  test('asks no reason for tests left out by a name filter', () => {
    expect(run([passed, { name: 'b', state: 'skipped' }], { filtered: true }).line).toBe(
      '1 passed, 0 failed',
    );
  });

  test('counts errors outside tests and tests that never ran as failures', () => {
    expect(run([passed], { strayErrors: 2 }).line).toBe('1 passed, 2 failed');
    expect(run([passed, { name: 'b', state: 'pending' }]).line).toBe('1 passed, 1 failed');
  });

  test('counts a run without tests as a failure', () => {
    expect(run([])).toMatchObject({ line: '0 passed, 1 failed', green: false });
    expect(run([{ name: 'b', state: 'skipped' }], { filtered: true }).green).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('entries of lists are told apart by what names them, not by their place', () => {
  const before = {
    issues: [
      { issue: 'I-1', status: 'investigating' },
      { issue: 'I-2', status: 'overdue' },
    ],
  };
  const after = {
    issues: [
      { issue: 'I-2', status: 'overdue' },
      { issue: 'I-1', status: 'concluded' },
    ],
  };
  expect(differences(before, after)).toEqual([
    { path: 'issues.I-1.status', before: 'investigating', after: 'concluded' },
  ]);
});

test('rounds of one clock are told apart by their start', () => {
  const clock = { clock: 'DL-16', subject: 'D-1', start: '2025-04-21', status: 'running' };
  const second = { ...clock, start: '2025-05-21' };
  expect(differences({ clocks: [clock] }, { clocks: [{ ...clock, status: 'met' }, second] })).toEqual([
    { path: 'clocks.D-1/DL-16/2025-04-21.status', before: 'running', after: 'met' },
    { path: 'clocks.D-1/DL-16/2025-05-21', before: null, after: second },
  ]);
});

test('absent and null are the same; equal values differ in nothing', () => {
  expect(differences({ a: undefined, b: [1, 2] }, { a: null, b: [1, 2] })).toEqual([]);
  expect(differences({ handlers: ['P-1'] }, { handlers: [] })).toEqual([
    { path: 'handlers.0', before: 'P-1', after: null },
  ]);
});

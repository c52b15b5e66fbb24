import { expect, test } from 'vitest';
import { momentOf } from './moment.ts';

test.each([
  ['17', { position: 17 }],
  ['2025-04-11', { instant: '2025-04-11T15:59:59.999Z' }],
  ['2025-04-11T09:30:00+08:00', { instant: '2025-04-11T01:30:00.000Z' }],
  ['2025-04-11T07:30+08:00', { instant: '2025-04-10T23:30:00.000Z' }],
  ['2025-04-11T01:30:00.5Z', { instant: '2025-04-11T01:30:00.500Z' }],
])('%s is a moment', (text, moment) => {
  expect(momentOf(text)).toEqual(moment);
});

test.each([
  '2025-02-30',
  '2025-02-30T10:00Z',
  '2025-04-11T24:00Z',
  '2025-04-11T10:61Z',
  'yesterday',
  '-1',
  '1.5',
  '',
])('%s is none', (text) => {
  expect(momentOf(text)).toBeUndefined();
});

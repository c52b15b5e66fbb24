import { expect, test } from 'vitest';
import { runCases, standingLine } from './standing.ts';

const fine = { name: 'keeps its word', run: async () => undefined };
const broken = {
  name: 'breaks it',
  run: async () => {
    throw new Error('broken');
  },
};
const endless = { name: 'never ends', run: () => new Promise<void>(() => undefined) };

test('a case that rejects or never ends has failed, the others are run', async () => {
  const standing = await runCases([fine, broken, endless, fine], 20);
  expect(standing.passed).toBe(2);
  expect(standing.failed.map(({ name }) => name)).toEqual(['breaks it', 'never ends']);
});

test('the line says what ran, and that a shorter suite proves less', async () => {
  const standing = await runCases([fine, broken]);
  expect(standingLine('EventFeed', 'Apache Kafka 4.3.1', 2, standing)).toBe(
    'contract EventFeed on Apache Kafka 4.3.1: 1 passed, 1 failed',
  );
  expect(standingLine('EventFeed', 'Apache Kafka 4.3.1', 3, standing)).toContain('of 3 cases');
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { CheckpointKeeper } from './checkpoint-keeper.ts';

test('of many checkpoints the newest is kept, and nobody waits for it', async () => {
  const kept: string[] = [];
  const keeper = new CheckpointKeeper(async (checkpoint) => {
    kept.push(checkpoint);
  });
  for (const checkpoint of ['1', '2', '3']) keeper.keepSoon(checkpoint);
  expect(kept).toEqual([]);
  await vi.waitFor(() => expect(kept).toEqual(['3']));
  await keeper.stop();
  expect(kept).toEqual(['3']);
});

test('one that cannot be kept is tried again, until it can', async () => {
  let away = true;
  const kept: string[] = [];
  let tries = 0;
  const keeper = new CheckpointKeeper(async (checkpoint) => {
    tries += 1;
    if (away) throw new Error('away');
    kept.push(checkpoint);
  });
  keeper.keepSoon('1');
  await vi.waitFor(() => expect(tries).toBeGreaterThan(1));
  away = false;
  await vi.waitFor(() => expect(kept).toEqual(['1']));
  await keeper.stop();
});

test('what is newest at the end is kept at the end, and nothing after it', async () => {
  const kept: string[] = [];
  const keeper = new CheckpointKeeper(async (checkpoint) => {
    kept.push(checkpoint);
  });
  keeper.keepSoon('1');
  await keeper.stop();
  expect(kept).toEqual(['1']);
  await pause(150);
  expect(kept).toEqual(['1']);
});

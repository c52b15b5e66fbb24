import { expect, it } from 'vitest';
import { ReadAhead } from './read-ahead.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('gives what is there in batches and ends with an empty one', async () => {
  const ahead = new ReadAhead(async function* () {
    yield [1, 2];
    yield [3];
  }, 100);
  await turn();
  expect(await ahead.take(2)).toEqual([1, 2]);
  expect(await ahead.take(2)).toEqual([3]);
  expect(await ahead.take(2)).toEqual([]);
});

it('reads no further ahead than told while nobody takes', async () => {
  let read = 0;
  const ahead = new ReadAhead(async function* () {
    for (;;) {
      read += 1;
      yield [read];
    }
  }, 10);
  for (let time = 0; time < 50; time += 1) await turn();
  expect(read).toBe(10);
  expect(await ahead.take(4)).toEqual([1, 2, 3, 4]);
  for (let time = 0; time < 50; time += 1) await turn();
  expect(read).toBe(14);
  ahead.stop();
});

it('gives what came before a failure, then the failure', async () => {
  const ahead = new ReadAhead(async function* () {
    yield [1];
    throw new Error('broken off');
  }, 10);
  await turn();
  expect(await ahead.take(5)).toEqual([1]);
  await expect(ahead.take(5)).rejects.toThrow('broken off');
});

it('ends a source that waits when it is stopped', async () => {
  let ended = false;
  const ahead = new ReadAhead(async function* (signal) {
    yield [1];
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    ended = true;
  }, 10);
  expect(await ahead.take(5)).toEqual([1]);
  const taking = ahead.take(5);
  ahead.stop();
  expect(await taking).toEqual([]);
  expect(ended).toBe(true);
});

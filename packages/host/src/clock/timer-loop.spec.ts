import { expect, test } from 'vitest';
import { TimerLoop } from './timer-loop.ts';

function loop(tick: () => Promise<{ position: number; failed: readonly string[] }>) {
  const logged: unknown[] = [];
  const log = { error: (entry: unknown) => void logged.push(entry) };
  return { timers: new TimerLoop({ runtime: { tick }, log: log as never, everyMs: 5 }), logged };
}

test('looks are made one at a time and answer what they caused', async () => {
  let running = 0;
  let most = 0;
  let position = 0;
  const { timers } = loop(async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    position += 1;
    return { position, failed: [] };
  });
  expect(await Promise.all([timers.look(), timers.look(), timers.look()])).toEqual([1, 2, 3]);
  expect(most).toBe(1);
});

test('a look that fails is logged and made again; what is refused against expectation is named', async () => {
  let looks = 0;
  const { timers, logged } = loop(async () => {
    looks += 1;
    if (looks === 1) throw new Error('store gone');
    return { position: 0, failed: ['deadlines DL-26: thing.unknown'] };
  });
  timers.start();
  await expect.poll(() => logged.length).toBeGreaterThanOrEqual(2);
  await timers.stop();
  expect(logged[0]).toMatchObject({ error: { name: 'Error' } });
  expect(logged[1]).toEqual({ failed: ['deadlines DL-26: thing.unknown'] });
  const after = looks;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(looks).toBe(after);
});

import { describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { Standing } from './standing.ts';

const TOPIC = 'jiandu.intake.v1';

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    const next = { [TOPIC]: { 0: 17, 11: 4 }, 'jiandu.registry.v1': { 3: 2 ** 40 } };
    expect(readCheckpoint(writeCheckpoint(next))).toEqual(next);
  });

  it.each([
    ['no JSON', '17'],
    ['a position of the record', '"17"'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a later version', '{"kafka":2,"next":{}}'],
    ['no offsets', '{"kafka":1}'],
    ['a list of offsets', '{"kafka":1,"next":{"t":[1]}}'],
    ['a partition that is no number', '{"kafka":1,"next":{"t":{"x":1}}}'],
    ['a negative offset', '{"kafka":1,"next":{"t":{"0":-1}}}'],
    ['an offset beyond what a number holds', '{"kafka":1,"next":{"t":{"0":9007199254740993}}}'],
  ])('with %s is refused', (_what, text) => {
    expect(() => readCheckpoint(text)).toThrow(RangeError);
  });
});

describe('the standing of a consumer', () => {
  it('goes on from its checkpoint and writes one that holds what is handled beside the steps that are about to be', () => {
    const standing = new Standing(writeCheckpoint({ [TOPIC]: { 0: 5 } }));
    standing.take([{ topic: TOPIC, partition: 1, next: 3 }]);
    const steps = [{ topic: TOPIC, partition: 0, next: 9 }];
    expect(readCheckpoint(standing.checkpointWith(steps))).toEqual({ [TOPIC]: { 0: 9, 1: 3 } });
    expect(standing.next({ topic: TOPIC, partition: 0 })).toBe(5);
    expect(standing.next({ topic: TOPIC, partition: 2 })).toBeUndefined();
  });

  it('wakes who waits when the last of what he waits for is handled, and nobody before', async () => {
    const standing = new Standing(undefined);
    const wanted = [
      { topic: TOPIC, partition: 0, next: 2 },
      { topic: TOPIC, partition: 1, next: 1 },
    ];
    let reached: boolean | undefined;
    const reaching = standing.reach(wanted, 60_000).then((answer) => {
      reached = answer;
    });
    standing.take([{ topic: TOPIC, partition: 0, next: 2 }]);
    await Promise.resolve();
    expect(reached).toBeUndefined();
    standing.take([{ topic: TOPIC, partition: 1, next: 4 }]);
    await reaching;
    expect(reached).toBe(true);
    expect(await standing.reach([{ topic: TOPIC, partition: 1, next: 5 }], 1)).toBe(false);
  });
});

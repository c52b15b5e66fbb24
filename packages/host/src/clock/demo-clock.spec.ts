import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';
import { DemoClock } from './demo-clock.ts';

describe('the movable clock', () => {
  const wall = { now: () => '2026-01-01T00:00:00.000Z' };

  test('runs with the wall until it is set, then stands', () => {
    const clock = new DemoClock(undefined, wall);
    expect([clock.now(), clock.stands]).toEqual(['2026-01-01T00:00:00.000Z', false]);
    expect(clock.set('2026-02-01T08:00:00+08:00')).toBe(undefined);
    expect([clock.now(), clock.stands]).toEqual(['2026-02-01T00:00:00.000Z', true]);
  });

  test('goes forward only', () => {
    const clock = new DemoClock('2025-03-02T00:00:00Z', wall);
    expect(clock.set('2025-03-01T00:00:00Z')).toMatchObject({ code: 'clock.backwards', field: 'now' });
    expect(clock.set('2025-03-02T00:00:00Z')).toBe(undefined);
    expect(clock.now()).toBe('2025-03-02T00:00:00.000Z');
  });

  test('is released to the wall unless the wall is behind', () => {
    const clock = new DemoClock('2025-03-02T00:00:00Z', wall);
    expect(clock.release()).toBe(undefined);
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.release()).toMatchObject({ code: 'clock.backwards' });
    expect(clock.now()).toBe('2027-01-01T00:00:00.000Z');
  });
});

describe('over HTTP', () => {
  let room: PostRoom;
  beforeAll(async () => {
    room = await openPostRoom();
  });
  afterAll(() => room.close());
  const put = (now: unknown) => room.ask({ method: 'POST', url: '/v1/demo/clock', payload: { now } });

  test('putting it forward answers when all is settled, and commands have the new day', async () => {
    const answer = await put('2026-05-04T01:00:00Z');
    expect(answer.json()).toMatchObject({
      now: '2026-05-04T01:00:00.000Z',
      today: '2026-05-04',
      stands: true,
    });
    const { id } = (
      await room.ask({ method: 'POST', url: '/v1/post/letters', payload: { subject: 'a' } })
    ).json();
    const [event] = await room.runtime.parts.store.readStream(`post.letter-${id}`);
    expect(event?.metadata).toMatchObject({
      occurredOn: '2026-05-04',
      recordedAt: '2026-05-04T01:00:00.000Z',
    });
  });

  test.each([
    ['2020-01-01T00:00:00Z', 409, 'clock.backwards'],
    ['2026-13-01T00:00:00Z', 422, 'input.invalid'],
    [7, 422, 'input.invalid'],
  ])('%s is refused', async (now, status, code) => {
    expect((await put(now)).json()).toMatchObject({ status, code });
  });

  test('it can be let run with the wall', async () => {
    const answer = await room.ask({ method: 'DELETE', url: '/v1/demo/clock' });
    expect(answer.json()).toMatchObject({ stands: false });
  });
});

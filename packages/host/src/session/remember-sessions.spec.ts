import type { Refusal } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { type Memory, rememberSessions } from './remember-sessions.ts';
import type { Session } from './sessions.ts';

const good: Session = { person: 'P-1', expiresAt: 1_000 };
const revoked: Refusal = { refused: true, code: 'session.revoked', params: {} };

/** Sessions under a clock that the test moves, of an issuer that says what the test tells it to. */
function remembering(memory: Memory = {}) {
  const course = { now: 100, asked: 0, says: good as Session | Refusal | 'nothing' };
  const sessions = rememberSessions(
    async () => {
      course.asked += 1;
      if (course.says === 'nothing') throw new IssuerUnavailable(new Error('away'));
      return course.says;
    },
    { now: () => course.now, ...memory },
  );
  return { course, sessions };
}

describe('a proven token', () => {
  test('is remembered until it expires and no longer', async () => {
    const { course, sessions } = remembering();
    await sessions.verify('t');
    course.now = 999;
    expect(sessions.known('t')).toMatchObject({ person: 'P-1' });
    course.now = 1_000;
    expect(sessions.known('t')).toBe(undefined);
    expect(course.asked).toBe(1);
  });

  test('is forgotten when others were used later', async () => {
    const { sessions } = remembering({ capacity: 2 });
    for (const token of ['a', 'b']) await sessions.verify(token);
    sessions.known('a');
    await sessions.verify('c');
    expect(['a', 'b', 'c'].map((token) => sessions.known(token) !== undefined)).toEqual([true, false, true]);
  });

  test('must be proven anew after the time set, and stays the same session', async () => {
    const { course, sessions } = remembering({ recheckSeconds: 30 });
    const first = await sessions.verify('t');
    course.now = 129;
    expect(sessions.known('t')).toBe(first);
    course.now = 130;
    expect(sessions.known('t')).toBe(undefined);
    course.says = { ...good };
    expect(await sessions.verify('t')).toBe(first);
    expect(sessions.known('t')).toBe(first);
  });

  test('that was revoked is refused when it is proven anew, and forgotten', async () => {
    const { course, sessions } = remembering({ recheckSeconds: 30, graceSeconds: 300 });
    await sessions.verify('t');
    course.now = 130;
    course.says = revoked;
    expect(await sessions.verify('t')).toEqual(revoked);
    course.says = 'nothing';
    await expect(sessions.verify('t')).rejects.toMatchObject({ retryable: true });
  });

  test('goes on for a bounded time while its issuer is away, which is asked now and then', async () => {
    const { course, sessions } = remembering({ recheckSeconds: 30, graceSeconds: 300 });
    const first = await sessions.verify('t');
    course.says = 'nothing';
    course.now = 130;
    expect(await sessions.verify('t')).toBe(first);
    course.now = 134;
    expect(sessions.known('t')).toBe(first);
    course.now = 135;
    expect(sessions.known('t')).toBe(undefined);
    course.now = 400;
    expect(await sessions.verify('t')).toBe(first);
    course.now = 405;
    await expect(sessions.verify('t')).rejects.toMatchObject({ retryable: true });
  });

  test('does not outlive its own end while the issuer is away', async () => {
    const { course, sessions } = remembering({ recheckSeconds: 30, graceSeconds: 10_000 });
    await sessions.verify('t');
    course.says = 'nothing';
    course.now = 1_000;
    await expect(sessions.verify('t')).rejects.toMatchObject({ retryable: true });
  });

  test('is proven once for all requests that come with it at the same time', async () => {
    const { course, sessions } = remembering();
    const [one, other] = await Promise.all([sessions.verify('t'), sessions.verify('t')]);
    expect(one).toBe(other);
    expect(course.asked).toBe(1);
  });
});

test('a token never proven is not let in while the issuer is away, nor is a bug taken for that', async () => {
  const { course, sessions } = remembering({ graceSeconds: 300 });
  course.says = 'nothing';
  await expect(sessions.verify('t')).rejects.toMatchObject({ retryable: true });
  const broken = rememberSessions(async () => Promise.reject(new TypeError('bug')), { graceSeconds: 300 });
  await expect(broken.verify('t')).rejects.toThrow('bug');
});

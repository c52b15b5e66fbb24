import { expect, test } from 'vitest';
import { openPostRoom } from '../../test/post-room.ts';

test('no origin may call unless it was allowed', async () => {
  const room = await openPostRoom();
  const answer = await room.ask({ url: '/v1/session', headers: { origin: 'https://a.example' } });
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  const asked = await room.ask({
    method: 'OPTIONS',
    url: '/v1/session',
    headers: { origin: 'https://a.example' },
  });
  expect(asked.json()).toMatchObject({ status: 405 });
  await room.close();
});

test('an allowed origin may read answers and is told what it may send; others are not', async () => {
  const room = await openPostRoom({ corsOrigins: ['https://a.example'] });
  const asked = await room.app.inject({
    method: 'OPTIONS',
    url: '/v1/post/letters',
    headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
  });
  expect(asked.statusCode).toBe(204);
  expect(asked.headers['access-control-allow-origin']).toBe('https://a.example');
  expect(asked.headers['access-control-allow-headers']).toContain('idempotency-key');
  const answer = await room.ask({ url: '/v1/session', headers: { origin: 'https://a.example' } });
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': 'https://a.example',
    vary: 'Origin',
  });
  const other = await room.ask({ url: '/v1/session', headers: { origin: 'https://b.example' } });
  expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  await room.close();
});

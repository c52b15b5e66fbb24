import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
afterAll(() => room.close());

const letters = '/v1/post/letters';
const json = { 'content-type': 'application/json' };
const send = (payload: string, headers: Record<string, string> = json) =>
  room.ask({ method: 'POST', url: letters, payload, headers });

describe('bad input', () => {
  test.each([
    ['malformed JSON', '{"subject":"保密内容', 400, 'request.malformed-json'],
    ['an empty body', '', 400, 'request.malformed-json'],
    ['a prototype in the body', '{"__proto__":{"a":1}}', 400, 'request.malformed-json'],
    ['an array', '[]', 422, 'input.invalid'],
    ['null', 'null', 422, 'input.invalid'],
    ['a wrong type', '{"subject":7}', 422, 'input.invalid'],
    ['an unknown field', '{"subject":"a","tracking":1}', 422, 'input.invalid'],
    ['61 characters', JSON.stringify({ subject: '长'.repeat(61) }), 422, 'input.invalid'],
    ['10 MB', JSON.stringify({ subject: 'x'.repeat(10_000_000) }), 413, 'request.too-large'],
  ])('%s', async (_what, payload, status, code) => {
    const before = await room.runtime.parts.store.head();
    const answer = await send(payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.body).not.toContain('保密内容');
    expect(await room.runtime.parts.store.head()).toBe(before);
  });

  test('deep nesting', async () => {
    const deep = `${'{"subject":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const answer = await send(deep);
    expect([400, 422]).toContain(answer.statusCode);
    expect(['request.too-deep', 'input.invalid']).toContain(answer.json().code);
  });

  test('every wrong field is named, no value repeated', async () => {
    const answer = await send('{"subject":7,"sender":8,"secret-word":"abracadabra"}');
    const { issues, field } = answer.json();
    expect(field).toBe('subject');
    expect(issues.map((issue: { field: string }) => issue.field)).toEqual(['subject', 'sender', '']);
    expect(answer.body).not.toContain('abracadabra');
  });

  test.each([
    ['text/plain', '{"subject":"a"}'],
    ['application/xml', '<a/>'],
  ])('%s is no JSON', async (type, payload) => {
    const answer = await send(payload, { 'content-type': type });
    expect(answer.json()).toMatchObject({ status: 415, code: 'request.media-type' });
  });

  test('a date that does not exist, and one in the future', async () => {
    const { id } = (await send('{"subject":"a"}')).json();
    const answer = (on: string) =>
      room.ask({ method: 'POST', url: `${letters}/${id}/answer-letter`, payload: { text: 'a', on } });
    expect((await answer('2026-02-30')).json()).toMatchObject({
      code: 'input.invalid',
      issues: [{ field: 'on' }],
    });
    expect((await answer('2026-03-03')).json()).toMatchObject({ status: 422, code: 'date.in-future' });
  });

  test.each(['😀 བོད་ཡིག 藏文', "'; DROP TABLE events; --", '<script>alert(1)</script>', '{"$gt":""}'])(
    '%j is a text like any other',
    async (subject) => {
      const { id, position } = (await send(JSON.stringify({ subject }))).json();
      const page = await room.ask({ url: `${letters}/${id}?after=${position}` });
      expect(page.json()).toMatchObject({ subject });
      expect(page.headers['content-type']).toBe('application/json; charset=utf-8');
    },
  );
});

test('a content labelled state secret is refused; nothing of it is stored, answered or logged', async () => {
  const before = await room.runtime.parts.store.head();
  const answer = await send('{"subject":"绝密字样甲","label":{"secrecy":"state_secret"}}', {
    ...json,
    'idempotency-key': 'k-secret',
  });
  expect(answer.json()).toMatchObject({ code: 'secrecy.state-secret', law: expect.any(String) });
  expect(await room.runtime.parts.store.head()).toBe(before);
  expect(answer.body + room.logged.join('')).not.toContain('绝密字样甲');
});

test('60 characters of any script are a name', async () => {
  for (const subject of ['长'.repeat(60), 'བོད'.repeat(20)]) {
    expect((await send(JSON.stringify({ subject }))).statusCode).toBe(201);
  }
});

describe('bad addresses', () => {
  test.each(['E-404', "'; DROP TABLE events; --", '..%2f..%2fetc', '😀', '<b>', '\u0000\u001b'])(
    'an unknown id %j',
    async (id) => {
      const url = `${letters}/${encodeURIComponent(id)}/answer-letter`;
      const answer = await room.ask({ method: 'POST', url, payload: { text: 'a' } });
      expect(answer.json()).toMatchObject({
        status: 404,
        code: 'thing.unknown',
        detail: '找不到',
        detailEn: 'Not found',
      });
    },
  );

  test.each(['/', '/v1/post', '/v1/post/letters/a/b/c', '/wp-admin.php'])(
    'no such address: %s',
    async (url) => {
      expect((await room.ask({ url })).json()).toMatchObject({ status: 404, code: 'route.unknown' });
    },
  );

  test('a method that the address does not take names those that it does', async () => {
    const answer = await room.ask({ method: 'DELETE', url: letters });
    expect(answer.json()).toMatchObject({ status: 405, code: 'route.method' });
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
  });

  test('a broken escape in the address', async () => {
    const answer = await room.ask({ url: `${letters}/%E0%A4%A` });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  test('unknown and ill-typed query fields', async () => {
    expect((await room.ask({ url: `${letters}?colour=red` })).json()).toMatchObject({
      status: 422,
      code: 'input.invalid',
    });
    expect((await room.ask({ url: `${letters}?limit=many` })).json()).toMatchObject({
      status: 422,
      code: 'input.invalid',
    });
    expect((await room.ask({ url: `${letters}?limit=1&limit=2` })).json()).toMatchObject({
      code: 'input.invalid',
    });
  });
});

describe('what goes wrong inside', () => {
  const answerWith = async (text: string) => {
    const { id } = (await send('{"subject":"a"}')).json();
    return room.ask({ method: 'POST', url: `${letters}/${id}/answer-letter`, payload: { text } });
  };

  test('a bug is 500 without internals, in answer and log', async () => {
    const answer = await answerWith('fail');
    expect(answer.json()).toMatchObject({ status: 500, code: 'host.failed' });
    expect(answer.body).not.toMatch(/abracadabra|TypeError|letters\.ts/);
    const line = room.logged.find((each) => each.includes('request failed: bug'));
    expect(line).toContain('TypeError');
    expect(room.logged.join('')).not.toContain('abracadabra');
  });

  test('a store that may come back is 503 with Retry-After', async () => {
    const answer = await answerWith('unavailable');
    expect(answer.json()).toMatchObject({ status: 503, code: 'store.unavailable', retryAfter: 1 });
    expect(answer.headers['retry-after']).toBe('1');
  });
});

describe('the log', () => {
  test('holds no body, query string, token or id', async () => {
    const { id } = (await send('{"subject":"某某某来信"}')).json();
    await room.ask({ url: `${letters}?limit=7&name=张某` });
    const logged = room.logged.join('');
    expect(logged).toContain('/v1/post/letters');
    for (const absent of ['某某某来信', '张某', 'limit', 'Bearer', id]) expect(logged).not.toContain(absent);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
afterAll(() => room.close());

const letters = '/v1/post/letters';
const receive = (payload: object | string, headers: Record<string, string> = {}, query = '') =>
  room.ask({
    method: 'POST',
    url: `${letters}${query}`,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('a command over HTTP', () => {
  test('the first creating command is posted to the collection: 201 with Location, ETag and position', async () => {
    const answer = await receive({ subject: '民事申请' }, { 'x-request-id': 'r-1' });
    const body = answer.json();
    expect(answer.statusCode).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^E-/),
      revision: 0,
      position: expect.any(Number),
      events: ['LetterReceived'],
    });
    expect(answer.headers).toMatchObject({
      location: `${letters}/${body.id}`,
      etag: '"0"',
      'jiandu-position': String(body.position),
      'x-request-id': 'r-1',
      'x-content-type-options': 'nosniff',
    });
  });

  test('further creating commands have their own address, internal ones none', async () => {
    const urgent = await room.ask({
      method: 'POST',
      url: `${letters}/receive-urgent-letter`,
      payload: { subject: '急' },
    });
    expect(urgent.statusCode).toBe(201);
    const internal = await room.ask({ method: 'POST', url: `${letters}/E-1/file-letter`, payload: {} });
    expect(internal.json()).toMatchObject({ status: 404, code: 'route.unknown' });
  });

  test('acting on a thing answers 200; what follows by policy is there for the next command that waits for it', async () => {
    const { id } = (await receive({ subject: '一' })).json();
    const answered = await room.ask({
      method: 'POST',
      url: `${letters}/${id}/answer-letter`,
      payload: { text: '好' },
    });
    expect(answered.statusCode).toBe(200);
    const page = await room.ask({ url: `${letters}/${id}?after=${answered.json().position}` });
    expect(page.json()).toEqual({ id, subject: '一', revision: 2, filed: true });
    expect(page.headers['etag']).toBe('"2"');
    expect(Number(page.headers['jiandu-position'])).toBeGreaterThanOrEqual(answered.json().position);
  });

  test('trace and request id stand in the events', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { id } = (await receive({ subject: '追' }, { traceparent, 'x-request-id': 'r-77' })).json();
    const [event] = await room.runtime.parts.store.readStream(`post.letter-${id}`);
    expect(event?.metadata).toMatchObject({
      traceparent,
      correlationId: 'r-77',
      command: 'post.receiveLetter',
    });
  });

  test('a malformed traceparent is dropped', async () => {
    const { id } = (await receive({ subject: '追' }, { traceparent: 'abc' })).json();
    const [event] = await room.runtime.parts.store.readStream(`post.letter-${id}`);
    expect(event?.metadata).not.toHaveProperty('traceparent');
  });
});

describe('Idempotency-Key', () => {
  test('the same key with the same body acts once and answers the same', async () => {
    const first = await receive({ subject: '二' }, { 'idempotency-key': 'k-1' });
    const second = await receive({ subject: '二' }, { 'idempotency-key': 'k-1' });
    expect(second.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  test('the same key with another body is refused', async () => {
    await receive({ subject: '三' }, { 'idempotency-key': 'k-2' });
    const other = await receive({ subject: '四' }, { 'idempotency-key': 'k-2' });
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency.other-body' });
  });

  test.each([
    ['', 'empty'],
    ['有', 'not ASCII'],
    ['a b', 'a space'],
    ['x'.repeat(201), 'too long'],
  ])('%j is refused: %s', async (key) => {
    const answer = await receive({ subject: '五' }, { 'idempotency-key': key });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.idempotency-key' });
  });
});

describe('If-Match', () => {
  test('an older revision is refused with 412, the present one accepted', async () => {
    const { id } = (await receive({ subject: '六' })).json();
    const answer = (etag: string) =>
      room.ask({
        method: 'POST',
        url: `${letters}/${id}/answer-letter`,
        payload: { text: '好' },
        headers: { 'if-match': etag },
      });
    expect((await answer('"7"')).json()).toMatchObject({ status: 412, code: 'revision.stale' });
    expect((await answer('abc')).json()).toMatchObject({ status: 400, code: 'request.if-match' });
    expect((await answer('"0"')).statusCode).toBe(200);
  });
});

describe('after', () => {
  test('a position that does not come in time is 503 with Retry-After', async () => {
    const slow = await openPostRoom({ limits: { afterMs: 20 } });
    const answer = await slow.ask({
      method: 'POST',
      url: `${letters}?after=999999`,
      payload: { subject: '七' },
    });
    expect(answer.json()).toMatchObject({ status: 503, code: 'view.behind', retryAfter: 1 });
    expect(answer.headers['retry-after']).toBe('1');
    expect(await slow.runtime.parts.store.head()).toBe(0);
    await slow.close();
  });

  test.each(['-1', 'x', '1.5', '', '1&after=2'])('after=%s is refused', async (after) => {
    const answer = await receive({ subject: '八' }, {}, `?after=${after}`);
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.after', field: 'after' });
  });
});

describe('a refusal by rule', () => {
  test('carries its code, both languages and the article', async () => {
    const { id } = (await receive({ subject: '九' })).json();
    const url = `${letters}/${id}/answer-letter`;
    await room.ask({ method: 'POST', url, payload: { text: '好' } });
    const again = await room.ask({
      method: 'POST',
      url,
      payload: { text: '好' },
      headers: { 'x-request-id': 'r-9' },
    });
    expect(again.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(again.json()).toEqual({
      type: '/problems/letter.answered',
      title: '与现状冲突',
      titleEn: 'In conflict with the present state',
      status: 409,
      code: 'letter.answered',
      detail: '来信已答复',
      detailEn: 'The letter is answered already',
      law: 'S2 §163',
      correlationId: 'r-9',
    });
  });
});

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readers } from '../../test/letters.ts';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
afterAll(() => room.close());

const letters = '/v1/post/letters';
const receive = async (subject = '来信') =>
  (await room.ask({ method: 'POST', url: letters, payload: { subject } })).json() as {
    id: string;
    position: number;
  };
const asSysadmin = async () => ({ authorization: `Bearer ${await room.token('P-630103-ma')}` });

describe('health', () => {
  test('ready when level, waiting with names when not', async () => {
    await receive();
    expect((await room.app.inject({ url: '/health/live' })).json()).toEqual({ status: 'live' });
    const { position } = await receive();
    await room.runtime.settled(position, 5_000);
    const ready = await room.app.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready', waitingFor: [] }]);
  });

  test('names what the composition still waits for, and a store that does not answer', async () => {
    const other = await openPostRoom({ waitingFor: () => ['demo matters'] });
    other.runtime.parts.store.head = () => Promise.reject(new Error('gone'));
    const waiting = await other.app.inject({ url: '/health/ready' });
    expect([waiting.statusCode, waiting.json()]).toEqual([
      503,
      { status: 'waiting', waitingFor: ['store', 'demo matters'] },
    ]);
    await other.close();
  });

  test('names each view and policy group that is behind', async () => {
    const other = await openPostRoom();
    other.runtime.parts.store.head = () => Promise.resolve(1_000);
    const waiting = await other.app.inject({ url: '/health/ready' });
    expect(waiting.json().waitingFor).toEqual(['view post.letterList', 'policies of post']);
    await other.close();
  });
});

describe('metrics', () => {
  test('time routes, count commands by outcome and code, show lag', async () => {
    const { id } = await receive();
    const url = `${letters}/${id}/answer-letter`;
    for (let time = 0; time < 2; time += 1) await room.ask({ method: 'POST', url, payload: { text: 'a' } });
    const text = (await room.app.inject({ url: '/metrics' })).body;
    expect(text).toContain('jiandu_commands_total{command="post.answerLetter",outcome="done",code=""} 1');
    expect(text).toContain(
      'jiandu_commands_total{command="post.answerLetter",outcome="refused",code="letter.answered"} 1',
    );
    expect(text).toContain('method="POST",route="/v1/post/letters/:id/answer-letter",status="409"');
    expect(text).toMatch(/jiandu_view_lag_events\{view="post\.letterList"\} \d/);
    expect(text).toMatch(/jiandu_policy_lag_events\{service="post"\} \d/);
    expect(text).not.toContain(id);
  });
});

describe('operations', () => {
  test('are for the system administrator only', async () => {
    const requests = [
      ['GET', '/v1/operations/parked'],
      ['POST', '/v1/operations/parked/rerun'],
      ['GET', '/v1/operations/views'],
      ['POST', '/v1/operations/views/post.letterList/rebuild'],
    ] as const;
    for (const [method, url] of requests) {
      const answer = await room.ask({ method, url, ...(method === 'POST' ? { payload: {} } : {}) });
      expect(answer.json(), url).toMatchObject({ status: 403, code: 'operations.sysadmin-only' });
    }
  });

  test('a parked event is shown with its reason and can be run again', async () => {
    const headers = await asSysadmin();
    const { id } = await receive();
    const url = `${letters}/${id}/answer-letter`;
    const { position } = (await room.ask({ method: 'POST', url, payload: { text: 'poison' } })).json();
    await room.runtime.settled(position, 5_000);
    const parked = await room.app.inject({ url: '/v1/operations/parked', headers });
    expect(parked.json().items).toMatchObject([
      {
        service: 'post',
        policy: 'fileLetterWhenAnswered',
        key: id,
        reason: 'post.noSuchCommand: command.unknown',
      },
    ]);
    const rerun = await room.app.inject({
      method: 'POST',
      url: '/v1/operations/parked/rerun',
      headers,
      payload: { service: 'post', policy: 'fileLetterWhenAnswered', key: id },
    });
    expect(rerun.json()).toEqual({ handled: 0 });
    expect((await room.app.inject({ url: '/metrics' })).body).toContain(
      'jiandu_parked_events{service="post"} 1',
    );
  });

  test('a view is rebuilt beside the one that answers', async () => {
    const headers = await asSysadmin();
    const { id, position } = await receive('重建');
    await room.runtime.settled(position, 5_000);
    const before = (await room.app.inject({ url: '/v1/operations/views', headers })).json().items[0];
    const begun = await room.app.inject({
      method: 'POST',
      url: '/v1/operations/views/post.letterList/rebuild',
      headers,
    });
    expect(begun.statusCode).toBe(202);
    await expect
      .poll(
        async () =>
          (await room.app.inject({ url: '/v1/operations/views', headers })).json().items[0].collection,
      )
      .not.toBe(before.collection);
    expect((await room.ask({ url: `${letters}/${id}` })).json()).toMatchObject({ id, subject: '重建' });
    const unknown = await room.app.inject({ method: 'POST', url: '/v1/operations/views/x/rebuild', headers });
    expect(unknown.json()).toMatchObject({ status: 404, code: 'operations.unknown-view' });
  });
});

describe('answers that are not JSON', () => {
  test('a file is sent as it is, under its name', async () => {
    const answer = await room.ask({ url: `${letters}.csv` });
    expect(answer.body).toBe('id,subject\r\n');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('来信.csv')}`,
    );
  });

  test('an event stream comes live, resumes by Last-Event-ID, and stops when the reader goes', async () => {
    const own = await openPostRoom();
    await own.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = own.app.server.address() as AddressInfo;
    const letter = async (subject: string) =>
      (await own.ask({ method: 'POST', url: letters, payload: { subject } })).json() as { position: number };
    const { position } = await letter('一');
    const leave = new AbortController();
    const left = readers.left;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/post/feed`, {
      headers: { authorization: `Bearer ${await own.token()}`, 'last-event-id': String(position) },
      signal: leave.signal,
    });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    const reading = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = await letter('二');
    expect((await reading?.read())?.value).toBe(`id: ${next.position}\nevent: LetterReceived\n\n`);
    expect(readers.resumedAfter).toBe(String(position));
    leave.abort();
    await expect
      .poll(async () => {
        await letter('三');
        return readers.left;
      })
      .toBe(left + 1);
    await own.close();
  });

  test('stopping the server ends event streams', async () => {
    const own = await openPostRoom();
    await own.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = own.app.server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/post/feed`, {
      headers: { authorization: `Bearer ${await own.token()}` },
    });
    const ended = answer.text().catch(() => 'ended');
    await own.close();
    expect(await ended).toBe('ended');
  });
});

describe('what is no HTTP', () => {
  test('is answered with a problem and hung up on', async () => {
    const own = await openPostRoom();
    await own.app.listen({ port: 0, host: '127.0.0.1' });
    const { connect } = await import('node:net');
    const socket = connect((own.app.server.address() as AddressInfo).port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.write('abracadabra\r\n\r\n');
    await once(socket, 'close');
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).toContain('request.malformed');
    await own.close();
  });
});

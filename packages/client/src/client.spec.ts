import { describe, expect, test } from 'vitest';
import { createClient } from './client.ts';
import { inProcess } from './in-process.ts';
import type { Fetch } from './transport.ts';

interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A server that answers from a script and remembers what it was asked. */
function scripted(...answers: readonly Scripted[]) {
  const asked: { url: string; method: string; headers: Readonly<Record<string, string>>; body?: unknown }[] =
    [];
  const paused: number[] = [];
  const fetch: Fetch = async (url, { method, headers, body }) => {
    const { status = 200, headers: told = {}, body: said = {} } = answers[asked.length] ?? {};
    asked.push({ url, method, headers, ...(body === undefined ? {} : { body: JSON.parse(body) }) });
    const type = status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json';
    return {
      status,
      headers: new Headers({ 'content-type': type, ...told }),
      text: async () => (typeof said === 'string' ? said : JSON.stringify(said)),
    };
  };
  const pause = async (milliseconds: number) => void paused.push(milliseconds);
  return { client: createClient({ baseUrl: 'http://server/', token: 't', fetch, pause }), asked, paused };
}

const later = { status: 503, headers: { 'retry-after': '2' }, body: { code: 'view.behind', status: 503 } };
const done = {
  status: 200,
  headers: { 'jiandu-position': '7', etag: '"1"' },
  body: { id: 'U', position: 7 },
};

describe('asking', () => {
  test('a command goes to its address with token, key and body', async () => {
    const { client, asked } = scripted(done);
    const answer = await client.investigation.startOnSite(
      'CIR-630103-2025-00001',
      { on: '2025-08-04' } as never,
      { idempotencyKey: 'k', ifMatch: '"0"', requestId: 'r' },
    );
    expect(answer).toEqual({ ok: true, value: done.body, position: 7, etag: '"1"', repeated: false });
    expect(asked).toEqual([
      {
        url: 'http://server/v1/investigation/matters/CIR-630103-2025-00001/start-on-site',
        method: 'POST',
        headers: {
          authorization: 'Bearer t',
          'content-type': 'application/json',
          'idempotency-key': 'k',
          'if-match': '"0"',
          'x-request-id': 'r',
        },
        body: { on: '2025-08-04' },
      },
    ]);
  });

  test('ids are escaped, path parameters of a query taken out of its query string', async () => {
    const { client, asked } = scripted({}, {});
    await client.investigation.matter({ id: 'a/b 监' });
    await client.operations.rebuildView('intake.leadPool');
    expect(asked.map((each) => each.url)).toEqual([
      'http://server/v1/investigation/matters/a%2Fb%20%E7%9B%91',
      'http://server/v1/operations/views/intake.leadPool/rebuild',
    ]);
  });

  test('a refusal is a value', async () => {
    const problem = { code: 'measure.forbidden', status: 422, detail: '不得采取', law: 'S2 §551' };
    const { client } = scripted({ status: 422, body: problem });
    expect(await client.session.whoAmI()).toEqual({ ok: false, problem });
  });

  test('an answer in another format is a problem of its own', async () => {
    const { client } = scripted({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' });
    expect(await client.session.whoAmI()).toMatchObject({
      ok: false,
      problem: { code: 'answer.unreadable', status: 502 },
    });
  });
});

describe('reading your own write', () => {
  test('every question waits for what was seen, unless told otherwise; clients of others see it too', async () => {
    const { client, asked } = scripted(done, {}, {}, {}, {});
    await client.investigation.matter({ id: 'M' });
    await client.investigation.matter({ id: 'M' });
    await client.withToken('u').investigation.matter({ id: 'M' });
    await client.investigation.matter({ id: 'M' }, { after: 3 });
    await client.investigation.matter({ id: 'M' }, { after: false });
    expect(asked.map((each) => new URL(each.url).searchParams.get('after'))).toEqual([
      null,
      '7',
      '7',
      '3',
      null,
    ]);
    expect(asked[2]?.headers['authorization']).toBe('Bearer u');
    expect(client.newestPosition()).toBe(7);
  });

  test('an older answer does not take the position back', async () => {
    const { client } = scripted(done, { headers: { 'jiandu-position': '2' } });
    await client.investigation.matter({ id: 'M' });
    await client.investigation.matter({ id: 'M' });
    expect(client.newestPosition()).toBe(7);
  });
});

describe('coming back later', () => {
  const start = (client: ReturnType<typeof scripted>['client']) =>
    client.investigation.startOnSite('M', {} as never);

  test('a command is given again under the same key, after the time it was told', async () => {
    const { client, asked, paused } = scripted(later, later, done);
    expect(await start(client)).toMatchObject({ ok: true });
    expect(paused).toEqual([2000, 2000]);
    const keys = asked.map((each) => each.headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
  });

  test('but only so often', async () => {
    const { client, asked } = scripted(later, later, later, later, later, done);
    expect(await start(client)).toMatchObject({ ok: false, problem: { code: 'view.behind' } });
    expect(asked.length).toBe(5);
  });

  test('two commands have two keys', async () => {
    const { client, asked } = scripted(done, done);
    await start(client);
    await start(client);
    expect(new Set(asked.map((each) => each.headers['idempotency-key'])).size).toBe(2);
  });
});

test('in this process, an application is asked without a socket', async () => {
  const requests: unknown[] = [];
  const fetch = inProcess({
    async inject(request) {
      requests.push(request);
      const headers = { 'content-type': 'application/json; charset=utf-8', 'jiandu-position': '3' };
      return { statusCode: 200, headers, body: '{"person":"P-1"}' };
    },
  });
  const client = createClient({ fetch });
  expect(await client.session.whoAmI()).toMatchObject({ ok: true, value: { person: 'P-1' }, position: 3 });
  expect(requests).toEqual([{ method: 'GET', url: '/v1/session', headers: {} }]);
});

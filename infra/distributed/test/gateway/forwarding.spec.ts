import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { look } from './looking.ts';
import { openStubbedGateway, type StubbedGateway } from './stub-services.ts';

const LEADS = '/v1/intake/leads';
const FEED = '/v1/reporting/feed';

let opened: StubbedGateway | undefined;
afterEach(() => opened?.close());

async function before(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  opened = await openStubbedGateway(answer, { afterMs: 300 });
  return opened;
}

const ok = (_request: IncomingMessage, response: ServerResponse) => {
  response.setHeader('content-type', 'application/json').end('{}');
};
/** Takes the request and hangs up. */
const hangUp = (_request: IncomingMessage, response: ServerResponse) => void response.destroy();

describe('a request on its way to a service', () => {
  test('keeps what is the caller’s, and loses what is of the connection or only the gateway’s to say', async () => {
    const { url, arrived } = await before(ok);
    const sent = {
      authorization: 'Bearer t',
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': 'k-1',
      'if-match': '"3"',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      'x-request-id': 'r-1',
      'x-forwarded-for': '198.51.100.7',
      'jiandu-unsettled': '1',
      connection: 'close, x-private',
      'x-private': 'p',
      origin: 'https://desk.example',
    };
    const body = '{"__proto__":1,  "a":"é"}';
    const seen = await look(url, { method: 'POST', path: `${LEADS}?x=%20y`, headers: sent, body });
    const [one] = arrived;
    expect(seen.status).toBe(200);
    expect(seen.headers['access-control-allow-origin']).toBe('https://desk.example');
    expect(one).toMatchObject({ method: 'POST', url: `${LEADS}?x=%20y`, body });
    expect(one?.headers).toMatchObject({
      authorization: 'Bearer t',
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': 'k-1',
      'if-match': '"3"',
      traceparent: sent.traceparent,
      'x-request-id': 'r-1',
      'x-forwarded-for': '127.0.0.1',
    });
    for (const name of ['jiandu-unsettled', 'x-private', 'origin'])
      expect(one?.headers).not.toHaveProperty(name);
  });

  test('gets a request id from the gateway when it has none that is sound', async () => {
    const { url, arrived } = await before(ok);
    await look(url, { method: 'GET', path: LEADS, headers: { 'x-request-id': 'a b' } });
    expect(arrived[0]?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['a command', 'POST', {}],
    ['a command with Idempotency-Key', 'POST', { 'idempotency-key': 'k' }],
    ['a query', 'GET', {}],
  ])('%s whose answer is lost is sent once, and said to be lost', async (_what, method, headers) => {
    const { url, arrived } = await before(hangUp);
    const seen = await look(url, { method, path: LEADS, headers });
    expect(seen).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
    expect(JSON.parse(seen.body)).toMatchObject({ code: 'gateway.answer-lost', retryAfter: 1 });
    expect(arrived).toHaveLength(1);
  });

  test.each([
    ['a query', 'GET', {}, 200],
    ['a command with Idempotency-Key', 'POST', { 'idempotency-key': 'k' }, 200],
    ['a command without', 'POST', {}, 503],
  ])('while a service is being started again: %s', async (_what, method, headers, status) => {
    const { url, arrived, server } = await before(ok);
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    let refusedConnections = 0;
    const startAgain = () => {
      refusedConnections += 1;
      if (!server.listening) server.listen(port, '127.0.0.1');
    };
    subscribe('undici:client:connectError', startAgain);
    const seen = await look(url, { method, path: LEADS, headers });
    unsubscribe('undici:client:connectError', startAgain);
    expect(refusedConnections).toBeGreaterThan(0);
    expect(seen.status).toBe(status);
    expect(arrived).toHaveLength(status === 200 ? 1 : 0);
  });

  test('an answer 503 of a service is given on and not asked for again', async () => {
    const { url, arrived } = await before((_request, response) => {
      response.writeHead(503, { 'retry-after': '2', 'content-type': 'application/problem+json' }).end('{}');
    });
    const seen = await look(url, { method: 'GET', path: LEADS });
    expect(seen).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: '{}' });
    expect(arrived).toHaveLength(1);
  });

  test('a body over the limit is refused by the gateway itself', async () => {
    const { url, arrived } = await before(ok);
    const seen = await look(url, { method: 'POST', path: LEADS, body: 'x'.repeat(300_000) });
    expect(JSON.parse(seen.body)).toMatchObject({ status: 413, code: 'request.too-large' });
    expect(arrived).toHaveLength(0);
  });
});

describe('an event stream', () => {
  /** Opens a stream as a client and answers when its headers are there. */
  async function follow(url: string): Promise<IncomingMessage> {
    const sent = request(`${url}${FEED}?live=true`, { agent: false }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return answer.setEncoding('utf8');
  }

  test('begins before there is an event, passes each as it comes and ends with its service', async () => {
    let stream: ServerResponse | undefined;
    const { url } = await before((_request, response) => {
      stream = response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      stream.flushHeaders();
    });
    const answer = await follow(url);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-frame-options': 'DENY',
    });
    for (const id of ['1', '2']) {
      const next = once(answer, 'data');
      stream?.write(`id: ${id}\n\n`);
      expect((await next)[0]).toBe(`id: ${id}\n\n`);
    }
    const ended = once(answer, 'end');
    stream?.end();
    await ended;
  });

  test('that breaks off in its service breaks off for the client', async () => {
    let stream: ServerResponse | undefined;
    const { url } = await before((_request, response) => {
      stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
      stream.flushHeaders();
    });
    const answer = await follow(url);
    const failed = once(answer, 'error').catch((error: unknown) => [error]);
    answer.resume();
    stream?.destroy();
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  test('that its client leaves ends in its service', async () => {
    let left: Promise<unknown> | undefined;
    const { url } = await before((_request, response) => {
      left = once(response, 'close');
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    });
    (await follow(url)).destroy();
    await left;
  });
});

test('what the gateway did stands in its metrics, by service', async () => {
  const { url, server } = await before(ok);
  await look(url, { method: 'GET', path: LEADS });
  server.closeAllConnections();
  server.close();
  expect(JSON.parse((await look(url, { method: 'GET', path: LEADS })).body)).toMatchObject({
    code: 'gateway.service-away',
    detailEn: 'The service intake is unavailable for the moment; nothing was sent to it, try again shortly',
  });
  const { body } = await look(url, { method: 'GET', path: '/metrics' });
  expect(body).toContain(
    'jiandu_gateway_request_duration_seconds_count{service="intake",method="GET",status="200"} 1',
  );
  expect(body).toContain(
    'jiandu_gateway_request_duration_seconds_count{service="intake",method="GET",status="503"} 1',
  );
  expect(body).toContain('jiandu_gateway_unanswered_total{service="intake",kind="away"} 1');
  expect(body).toContain('jiandu_gateway_in_flight{service="intake"} 0');
});

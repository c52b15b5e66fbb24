import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HouseApart, openHouseApart } from './house-apart.ts';

type Json = Readonly<Record<string, unknown>>;

const CLERK = 'P-630103-han';
const GATE = 'P-630103-shi';
const LEAD = {
  unit: '630103',
  source: 'own_case',
  type: 'CFS',
  subKind: 'should_file',
  supervisedBody: { name: '城中分局', kind: 'public_security' },
};
let house: HouseApart;
const tokens = new Map<string, string>();

beforeAll(async () => {
  house = await openHouseApart({ day: '2025-03-03', settings: { JIANDU_AFTER_TIMEOUT: '2000' } });
}, 60_000);
afterAll(() => house.close());

async function send(method: string, path: string, by?: string, body?: unknown) {
  const answer = await fetch(`${house.url}${path}`, {
    method,
    headers: {
      ...(by === undefined ? {} : { authorization: `Bearer ${await token(by)}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Json };
}

async function token(person: string): Promise<string> {
  const known = tokens.get(person);
  if (known !== undefined) return known;
  const { body } = await send('POST', '/v1/session', undefined, { person });
  tokens.set(person, String(body['token']));
  return String(body['token']);
}

/** A lead that is accepted: numbers, a matter, a handler, a flow monitor follow. */
async function acceptLead(key: string, after = '') {
  const lead = await send('POST', `/v1/intake/leads${after}`, CLERK, { ...LEAD, title: key });
  expect(lead).toMatchObject({ status: 201 });
  return lead;
}

describe('while the broker is away', () => {
  test('commands are accepted, also after a position; what cannot be complete is refused at once, what is goes on', async () => {
    const before = await acceptLead('一');
    const list = '/v1/intake/leads?limit=1';
    expect(await send('GET', `${list}&after=${before.body['position']}`, GATE)).toMatchObject({
      status: 200,
    });
    await house.setBroker(false);
    try {
      const during = await acceptLead('二', `?after=${before.body['position']}`);
      const next = await acceptLead('三', `?after=${during.body['position']}`);
      const behind = await send('GET', `${list}&after=${next.body['position']}`, GATE);
      expect(behind).toMatchObject({ status: 503, body: { code: 'view.behind', retryAfter: 1 } });
      expect(behind.headers.get('retry-after')).toBe('1');
      expect(await send('GET', `${list}&after=${before.body['position']}`, GATE)).toMatchObject({
        status: 200,
      });
      expect(await send('GET', list, GATE)).toMatchObject({ status: 200 });
      expect(await send('GET', '/health/ready')).toMatchObject({
        status: 200,
        body: { status: 'ready', waitingFor: [], away: ['kafka'], services: { intake: { away: ['kafka'] } } },
      });
      await house.setBroker(true);
      expect(await send('GET', `${list}&after=${next.body['position']}`, GATE)).toMatchObject({
        status: 200,
      });
    } finally {
      await house.setBroker(true);
    }
  });
});

describe('while a service is away', () => {
  test('its own addresses say so, the others answer, and it is found again where it was', async () => {
    const { body } = await acceptLead('四');
    await house.services.get('assessment')?.stop();
    try {
      const checks = await send('GET', '/v1/assessment/quality-checks', GATE);
      expect(checks).toMatchObject({
        status: 503,
        body: { code: 'gateway.service-away', titleEn: 'Unavailable' },
      });
      expect(checks.headers.get('retry-after')).toBe('1');
      expect(await send('GET', '/v1/intake/leads', GATE)).toMatchObject({ status: 200 });
      expect(await send('GET', `/v1/intake/leads?after=${body['position']}`, GATE)).toMatchObject({
        status: 503,
        body: { code: 'view.behind' },
      });
      expect(await send('GET', '/v1/demo/clock')).toMatchObject({ body: { code: 'gateway.service-away' } });
      expect(await send('GET', '/health/ready')).toMatchObject({
        status: 503,
        body: { status: 'waiting', waitingFor: ['assessment: service'] },
      });
    } finally {
      await house.restart('assessment');
    }
    expect(await send('GET', `/v1/intake/leads?after=${body['position']}`, GATE)).toMatchObject({
      status: 200,
    });
    expect(await send('GET', '/v1/assessment/quality-checks', GATE)).toMatchObject({ status: 200 });
  });
});

describe('clocks that differ', () => {
  test('are said to, and agree again when the clock is put forward', async () => {
    const intake = house.services.get('intake');
    const now = '2025-04-01T01:30:00.000Z';
    const own = await fetch(`${intake?.address}/v1/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    });
    expect(own.status).toBe(200);
    const differ = await send('GET', '/v1/demo/clock');
    expect(differ).toMatchObject({ status: 503, body: { code: 'gateway.clocks-differ' } });
    expect(differ.body['detailEn']).toContain(
      'registry 2025-03-03T01:30:00.000Z, intake 2025-04-01T01:30:00.000Z',
    );
    const between = await send('POST', '/v1/demo/clock', undefined, { now: '2025-03-20T01:30:00.000Z' });
    expect(between).toMatchObject({ status: 503, body: { code: 'gateway.clocks-differ' } });
    expect(await send('POST', '/v1/demo/clock', undefined, { now })).toMatchObject({
      status: 200,
      body: { now, today: '2025-04-01', stands: true },
    });
    expect(await send('GET', '/v1/demo/clock')).toMatchObject({ status: 200, body: { now } });
  });
});

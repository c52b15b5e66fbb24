import { overHttp, play, workedMatters } from '@jiandu/worked-matters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedHouse, openEmbeddedHouse } from './embedded-house.ts';
import { type HouseApart, openHouseApart } from './house-apart.ts';
import { type Asked, look, type Seen } from './looking.ts';

const DAY = '2025-03-01';
const CLERK = 'P-630202-ye';
const ADMINISTRATOR = 'P-630000-guan';
const JSON_TYPE = { 'content-type': 'application/json' };

let apart: HouseApart;
let embedded: EmbeddedHouse;
let embeddedUrl = '';
let matter = '';
let operations: readonly { method: string; path: string; open: boolean }[] = [];
const tokens = new Map<string, readonly [string, string]>();

async function tokenFrom(house: string, person: string): Promise<string> {
  const answer = await fetch(`${house}/v1/session`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ person }),
  });
  return ((await answer.json()) as { token: string }).token;
}

beforeAll(async () => {
  [apart, embedded] = await Promise.all([openHouseApart({ day: DAY }), openEmbeddedHouse(DAY)]);
  embeddedUrl = embedded.url;
  const example = workedMatters.find(({ id }) => id === 'EX-02');
  if (example === undefined) throw new Error('there is no EX-02');
  for (const house of [apart.url, embeddedUrl])
    expect((await play(example, overHttp(house))).differences).toEqual([]);
  matter = example.number ?? '';
  for (const person of [CLERK, ADMINISTRATOR])
    tokens.set(person, [await tokenFrom(apart.url, person), await tokenFrom(embeddedUrl, person)]);
  const document = (await (await fetch(`${embeddedUrl}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { security: readonly unknown[] }>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({
      method: method.toUpperCase(),
      path,
      open: security.length === 0,
    })),
  );
}, 120_000);
afterAll(async () => {
  await apart.close();
  await embedded.close();
});

const exactly = (seen: Seen) => JSON.stringify(seen);

/** Two effects of one cause have no order between services: neither have histories, nor the fields of a page they fill. */
const inAnyOrder = ({ body, ...seen }: Seen) =>
  JSON.stringify([seen, body.startsWith('{') ? sorted(JSON.parse(body)) : body]);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(sorted(each))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, each]) => [name, sorted(each)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Asks both; answers what the gateway answered, and how the other differed. */
async function both(
  asked: Asked,
  by?: string,
  as: (seen: Seen) => string = exactly,
): Promise<{ seen: Seen; difference: readonly unknown[] }> {
  const [here, there] = tokens.get(by ?? '') ?? [];
  const signedIn = (token: string | undefined): Asked =>
    token === undefined
      ? asked
      : { ...asked, headers: { ...asked.headers, authorization: `Bearer ${token}` } };
  const seen = await look(apart.url, signedIn(here));
  const expected = await look(embeddedUrl, signedIn(there));
  const [one, other] = [as(seen), as(expected)];
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  const around = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
  return { seen, difference: one === other ? [] : [{ asked, seen: around(one), expected: around(other) }] };
}

async function differences(
  asked: readonly Asked[],
  by?: string,
  as?: (seen: Seen) => string,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const each of asked) found.push(...(await both(each, by, as)).difference);
  return found;
}

const addressed = (id: string) =>
  operations.map(({ method, path }) => ({ method, path: path.replace(/\{\w+\}/g, encodeURIComponent(id)) }));
/** Streams without end, and what is put forward or rebuilt for good, have tests of their own. */
const ends = ({ method, path }: Asked) =>
  !path.includes('/demo/clock') && !(method === 'POST' && path.endsWith('/rebuild'));

describe('through the gateway the house answers as it does in one process', () => {
  test('every operation, asked by nobody', async () => {
    const asked = addressed(matter).filter(ends);
    expect(asked.length).toBeGreaterThan(100);
    expect(await differences(asked)).toEqual([]);
  });

  test('every operation, by somebody, for a thing that does not exist and with an empty input', async () => {
    const asked = addressed('X-1')
      .filter(ends)
      .map((each) => (each.method === 'POST' ? { ...each, headers: JSON_TYPE, body: '{}' } : each));
    expect(await differences(asked, CLERK)).toEqual([]);
  });

  test('every query on a matter, by its prosecutor, with a position to wait for', async () => {
    const head = await apart.store.head();
    const asked = addressed(matter)
      .filter((each) => each.method === 'GET' && ends(each))
      .map((each) => ({ ...each, path: `${each.path}?after=${Math.min(head, 100)}` }));
    expect(await differences(asked, CLERK, inAnyOrder)).toEqual([]);
  });

  test('HEAD, OPTIONS and methods that an address does not take', async () => {
    const paths = [...new Set(addressed(matter).map(({ path }) => path))];
    const asked = ['HEAD', 'OPTIONS', 'PUT'].flatMap((method) => paths.map((path) => ({ method, path })));
    expect(await differences(asked, CLERK)).toEqual([]);
  });

  test('what stands still, and rebuilding: for the administrator', async () => {
    const asked: Asked[] = [
      { method: 'GET', path: '/v1/operations/parked' },
      { method: 'GET', path: '/v1/operations/views' },
      { method: 'POST', path: '/v1/operations/views/nobody.knows/rebuild' },
      { method: 'POST', path: '/v1/operations/views/intake.leadPool/rebuild' },
      ...['intake', 'nobody'].map((service) => ({
        method: 'POST',
        path: '/v1/operations/parked/rerun',
        headers: JSON_TYPE,
        body: JSON.stringify({ service, policy: 'numberMatterWhenLeadAccepted', key: matter }),
      })),
      { method: 'POST', path: '/v1/operations/parked/rerun', headers: JSON_TYPE, body: '{"service":7}' },
    ];
    expect(await differences(asked, ADMINISTRATOR)).toEqual([]);
    expect(await differences(asked, CLERK)).toEqual([]);
  });

  test('bodies that are none, too large, of another type or without one', async () => {
    const path = '/v1/intake/leads';
    const asked: Asked[] = [
      { method: 'POST', path, headers: JSON_TYPE, body: '{"unit": ' },
      { method: 'POST', path, headers: JSON_TYPE, body: '' },
      { method: 'POST', path, headers: { ...JSON_TYPE, 'content-length': '0' } },
      { method: 'POST', path },
      { method: 'POST', path, headers: { 'content-type': 'text/plain' }, body: 'unit' },
      { method: 'POST', path, headers: { 'content-length': '2' }, body: '{}' },
      { method: 'POST', path, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{}' },
      { method: 'POST', path, headers: JSON_TYPE, body: '{"__proto__":{"unit":"630000"}}' },
      { method: 'POST', path, headers: JSON_TYPE, body: `"${'x'.repeat(300_000)}"` },
      { method: 'POST', path, headers: { ...JSON_TYPE, 'idempotency-key': 'a b' }, body: '{}' },
      { method: 'POST', path, headers: { ...JSON_TYPE, 'if-match': '3' }, body: '{}' },
      {
        method: 'GET',
        path: '/v1/intake/leads',
        headers: { ...JSON_TYPE, 'content-length': '2' },
        body: '{}',
      },
      { method: 'POST', path: '/v1/session', headers: JSON_TYPE, body: '{"person":"P-0"}' },
      { method: 'POST', path: '/v1/session', headers: JSON_TYPE, body: `{"person":"${CLERK}"}` },
    ];
    expect(await differences(asked, CLERK)).toEqual([]);
  });

  test('positions that are none, tokens that are none, addresses that are none', async () => {
    const ledger = '/v1/reporting/matters';
    const queries = [
      'after=x',
      'after=',
      'after=-1',
      'after=1&after=2',
      '%61fter=3',
      'limit=2&after=3',
      'limit=x',
    ];
    const asked: Asked[] = [
      ...queries.map((query) => ({ method: 'GET', path: `${ledger}?${query}` })),
      ...[
        '/',
        '/v1',
        '/v1/nobody',
        '/v1/intake/leads/',
        '/internal/head',
        '/v1/intake/../../internal/head',
      ].map((path) => ({ method: 'GET', path })),
      { method: 'GET', path: '/internal/handled?position=1&within=1' },
      { method: 'GET', path: `${ledger}/%zz` },
      { method: 'GET', path: `${ledger}/${'x'.repeat(400)}` },
    ];
    expect(await differences(asked, CLERK)).toEqual([]);
    const forged = { authorization: 'Bearer x.y.z' };
    const unproven = [`${ledger}?after=999999999`, ledger].map((path) => ({
      method: 'GET',
      path,
      headers: forged,
    }));
    expect(await differences(unproven)).toEqual([]);
  });

  test('the documents, and every code of refusal with the gateway’s own', async () => {
    const types = ['LeadRegistered/2', 'LeadRegistered/99', 'Nothing/1'];
    const paths = ['/openapi.json', '/docs', '/health/live', '/problems/view.behind', '/problems/none'];
    const asked = [...paths, ...types.map((type) => `/v1/schemas/events/${type}`)];
    expect(await differences(asked.map((path) => ({ method: 'GET', path })))).toEqual([]);
    const codes = async (house: string) =>
      ((await (await fetch(`${house}/problems`)).json()) as { items: { code: string }[] }).items;
    const own = new Set(['gateway.answer-lost', 'gateway.clocks-differ', 'gateway.service-away']);
    const here = await codes(apart.url);
    expect(here.filter(({ code }) => !own.has(code))).toEqual(await codes(embeddedUrl));
    expect(here.filter(({ code }) => own.has(code)).map(({ code }) => code)).toEqual([...own]);
  });

  test('an answer that has not changed', async () => {
    const path = `/v1/intake/leads?limit=1`;
    const list = await both({ method: 'GET', path }, CLERK);
    expect(list.difference).toEqual([]);
    const page = `/v1/reporting/matters/${matter}`;
    const { seen } = await both({ method: 'GET', path: page }, CLERK);
    const asked = { method: 'GET', path: page, headers: { 'if-none-match': seen.headers['etag'] ?? '' } };
    expect(await differences([asked], CLERK)).toEqual([]);
  });

  test('the clock: asked, put back, put nowhere, put forward, released before its time', async () => {
    const now = (instant: string) => JSON.stringify({ now: instant });
    const path = '/v1/demo/clock';
    const asked: Asked[] = [
      { method: 'GET', path },
      { method: 'POST', path, headers: JSON_TYPE, body: now('2020-01-01T00:00:00.000Z') },
      { method: 'POST', path, headers: JSON_TYPE, body: '{"now":"soon"}' },
      { method: 'POST', path, headers: JSON_TYPE, body: '{' },
      { method: 'POST', path, headers: JSON_TYPE, body: now('2027-03-01T09:30:00.000+08:00') },
      { method: 'GET', path },
      { method: 'DELETE', path },
    ];
    expect(await differences(asked)).toEqual([]);
  });
});

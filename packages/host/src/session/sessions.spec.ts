import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostRoom, type PostRoom } from '../../test/post-room.ts';
import { demoSessions, generateSessionKey } from './demo-sessions.ts';
import { oidcSessions } from './oidc-sessions.ts';

const keys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const strangers = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const AUDIENCE = 'jiandu';

let issuer: string;
let server: Server;
beforeAll(async () => {
  const jwk: JWK = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'EdDSA' };
  server = createServer((request, response) => {
    const discovery = { issuer, jwks_uri: `${issuer}/keys` };
    const body = request.url === '/keys' ? { keys: [jwk] } : discovery;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

interface Claims {
  readonly by?: typeof keys.privateKey;
  readonly from?: string;
  readonly to?: string;
  readonly person?: string | undefined;
  readonly expires?: string;
}

function sign({ by = keys.privateKey, from = issuer, to = AUDIENCE, expires = '5m', ...rest }: Claims = {}) {
  const person = 'person' in rest ? rest.person : 'P-630103-li';
  return new SignJWT(person === undefined ? {} : { staff: person })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .setIssuer(from)
    .setAudience(to)
    .setExpirationTime(expires)
    .sign(by);
}

/** Signed by nobody, as RFC 7519 §6 allows and nobody should accept. */
function unsigned(): string {
  const part = (value: object) => base64url.encode(JSON.stringify(value));
  const claims = { iss: issuer, aud: AUDIENCE, staff: 'P-630103-li', exp: 4_000_000_000 };
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

describe('a token of an OIDC issuer', () => {
  const open = () => oidcSessions({ issuer, audience: AUDIENCE, personClaim: 'staff' });

  test('names the person by the claim that was set', async () => {
    const sessions = open();
    const token = await sign();
    expect(sessions.known(token)).toBe(undefined);
    expect(await sessions.verify(token)).toMatchObject({ person: 'P-630103-li' });
    expect(sessions.known(token)).toMatchObject({ person: 'P-630103-li' });
  });

  test.each([
    ['forged', () => sign({ by: strangers.privateKey }), 'session.invalid'],
    ['expired', () => sign({ expires: '-1m' }), 'session.expired'],
    ['of another issuer', () => sign({ from: 'https://elsewhere.example' }), 'session.invalid'],
    ['for another audience', () => sign({ to: 'other' }), 'session.invalid'],
    ['without the person', () => sign({ person: undefined }), 'session.invalid'],
    ['signed by nobody', async () => unsigned(), 'session.invalid'],
    ['no token at all', async () => 'abracadabra', 'session.invalid'],
  ])('%s: refused', async (_what, token, code) => {
    const sessions = open();
    const text = await token();
    expect(await sessions.verify(text)).toMatchObject({ refused: true, code });
    expect(sessions.known(text)).toBe(undefined);
  });

  test('is of no use when a claim that limits it was set and is not in it', async () => {
    const narrow = oidcSessions({ issuer, audience: AUDIENCE, personClaim: 'staff', rolesClaim: 'roles' });
    expect(await narrow.verify(await sign())).toMatchObject({
      refused: true,
      code: 'session.claims-missing',
    });
  });

  test('cannot be judged while the issuer is away', async () => {
    const away = oidcSessions({ issuer: 'http://127.0.0.1:9', audience: AUDIENCE, personClaim: 'staff' });
    await expect(away.verify(await sign())).rejects.toMatchObject({ retryable: true });
  });
});

describe('the demonstration key', () => {
  test('kept in the data directory, it lets sessions outlive a restart; another key does not', async () => {
    const key = await generateSessionKey();
    const { token } = await (await demoSessions(key)).signIn.issue('P-1');
    const again = await demoSessions(JSON.parse(JSON.stringify(key)) as JWK);
    expect(await again.sessions.verify(token)).toMatchObject({ person: 'P-1' });
    const other = await demoSessions(await generateSessionKey());
    expect(await other.sessions.verify(token)).toMatchObject({ code: 'session.invalid' });
  });
});

describe('sessions over HTTP', () => {
  let room: PostRoom;
  beforeAll(async () => {
    room = await openPostRoom();
  });
  afterAll(() => room.close());
  const get = (authorization?: string, url = '/v1/session') =>
    room.app.inject({ url, headers: authorization === undefined ? {} : { authorization } });

  test('signing in as one of the demo staff, and who I am then', async () => {
    const staff = await room.app.inject({ url: '/v1/session/demo-staff' });
    expect(staff.json().items.map((each: { person: string }) => each.person)).toContain('P-630103-li');
    const signedIn = await room.app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: { person: 'P-630103-li' },
    });
    expect(signedIn.statusCode).toBe(201);
    const me = await get(`Bearer ${signedIn.json().token}`);
    expect(me.json()).toEqual({
      person: 'P-630103-li',
      name: '李某',
      roles: [{ role: 'clerk', unit: '630103', unitName: '城中区院' }],
    });
  });

  test('somebody who is not of the staff cannot sign in', async () => {
    const answer = await room.app.inject({ method: 'POST', url: '/v1/session', payload: { person: 'P-0' } });
    expect(answer.json()).toMatchObject({ status: 403, code: 'session.unknown-person', field: 'person' });
  });

  test.each([
    ['no token', undefined, 'session.missing'],
    ['another scheme', 'Basic YWJj', 'session.invalid'],
    ['no token text', 'Bearer ', 'session.invalid'],
    ['not a token', 'Bearer abracadabra', 'session.invalid'],
  ])('%s: 401', async (_what, authorization, code) => {
    const answer = await get(authorization);
    expect(answer.json()).toMatchObject({ status: 401, code });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test('a good token of somebody no longer in service: 403', async () => {
    const answer = await get(`Bearer ${await room.token('P-gone')}`);
    expect(answer.json()).toMatchObject({ status: 403, code: 'session.unknown-person' });
  });

  test('too many requests of one person: 429 with Retry-After, others go on', async () => {
    const busy = await openPostRoom({ limits: { rate: { perSecond: 1, burst: 2 } } });
    const ask = () => busy.ask({ url: '/v1/session' });
    expect([(await ask()).statusCode, (await ask()).statusCode]).toEqual([200, 200]);
    const third = await ask();
    expect(third.json()).toMatchObject({ status: 429, code: 'rate.limited', retryAfter: 1 });
    expect(third.headers['retry-after']).toBe('1');
    const other = await busy.app.inject({
      url: '/v1/session',
      headers: { authorization: `Bearer ${await busy.token('P-630103-ma')}` },
    });
    expect(other.statusCode).toBe(200);
    await busy.close();
  });

  test('production has no demonstration sign-in and no movable clock, and refuses to be given them', async () => {
    const room = await openPostRoom({ mode: 'production' });
    const urls = ['/v1/session/demo-staff', '/v1/demo/clock'];
    for (const url of urls) expect((await room.ask({ url })).json().code, url).toBe('route.unknown');
    const signIn = await room.ask({ method: 'POST', url: '/v1/session', payload: { person: 'P-630103-li' } });
    expect(signIn.json()).toMatchObject({ status: 405 });
    await room.close();
    const { signIn: demo } = await demoSessions(await generateSessionKey());
    await expect(openPostRoom({ mode: 'production', signIn: demo })).rejects.toThrow('not for production');
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AUDIENCE, FakeIssuer } from '../../test/fake-issuer.ts';
import { type OidcSettings, oidcSessions } from './oidc-sessions.ts';

const client = { clientId: 'jiandu', clientSecret: 'a secret: with/signs' };
const away = { retryable: true, message: 'the OIDC issuer is unavailable' };

let issuer: FakeIssuer;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T02:00:00Z') });
  issuer = await FakeIssuer.open();
});
afterEach(async () => {
  vi.useRealTimers();
  await issuer.close();
});

const open = (more: Partial<OidcSettings> = {}) =>
  oidcSessions({ issuer: issuer.url, audience: AUDIENCE, personClaim: 'person', ...more });
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

describe('keys of an issuer', () => {
  test('a new one is fetched when the first token signed by it comes', async () => {
    const sessions = open();
    await sessions.verify(await issuer.sign());
    await issuer.publish('k2');
    pass(5);
    expect(await sessions.verify(await issuer.sign({}, 'k2'))).toMatchObject({ person: 'P-630103-li' });
    expect(issuer.times('/keys')).toBe(2);
  });

  test('whoever invents key ids makes nobody fetch them each time', async () => {
    const sessions = open();
    await sessions.verify(await issuer.sign());
    pass(5);
    for (let n = 0; n < 20; n += 1) {
      const token = await issuer.sign({}, 'k1', `invented-${n}`);
      expect(await sessions.verify(token)).toMatchObject({ refused: true, code: 'session.invalid' });
    }
    expect(issuer.times('/keys')).toBe(2);
  });

  test('a withdrawn one ends the tokens it signed, also those in use', async () => {
    const sessions = open({ recheckSeconds: 30 });
    const token = await issuer.sign();
    await sessions.verify(token);
    await issuer.publish('k2');
    issuer.withdraw('k1');
    expect(sessions.known(token)).toMatchObject({ person: 'P-630103-li' });
    pass(30);
    expect(sessions.known(token)).toBe(undefined);
    expect(await sessions.verify(token)).toMatchObject({ refused: true, code: 'session.invalid' });
  });

  test('go on for a bounded time while the issuer is away', async () => {
    const sessions = open({ recheckSeconds: 30, graceSeconds: 300 });
    await sessions.verify(await issuer.sign());
    issuer.temper = 'away';
    pass(299);
    expect(await sessions.verify(await issuer.sign({ n: 1 }))).toMatchObject({ person: 'P-630103-li' });
    const byUnknownKey = await issuer.sign({}, 'k1', 'perhaps-new');
    await expect(sessions.verify(byUnknownKey)).rejects.toMatchObject(away);
    pass(2);
    await expect(sessions.verify(await issuer.sign({ n: 2 }))).rejects.toMatchObject(away);
    expect(issuer.times('/keys')).toBeGreaterThan(1);
  });
});

describe('a token that the issuer is asked about', () => {
  test('counts while the issuer says so, and no longer once it is due again', async () => {
    const sessions = open({ introspection: client, recheckSeconds: 30 });
    const token = await issuer.sign();
    expect(await sessions.verify(token)).toMatchObject({ person: 'P-630103-li' });
    const secret = 'a+secret%3A+with%2Fsigns';
    expect(issuer.introspected).toEqual({
      authorization: `Basic ${Buffer.from(`jiandu:${secret}`).toString('base64')}`,
      body: `token=${token}&token_type_hint=access_token`,
    });
    issuer.inactive.add(token);
    pass(30);
    expect(sessions.known(token)).toBe(undefined);
    expect(await sessions.verify(token)).toMatchObject({ refused: true, code: 'session.revoked' });
  });

  test('is asked about only when its signature is good', async () => {
    const sessions = open({ introspection: client });
    const token = await issuer.sign({}, 'k1', 'k9');
    expect(await sessions.verify(token)).toMatchObject({ code: 'session.invalid' });
    expect(issuer.times('/introspect')).toBe(0);
  });

  test.each([401, 403, 404])('is not let in when the issuer answers %d to the question', async (status) => {
    issuer.introspectionStatus = status;
    const sessions = open({ introspection: client });
    await expect(sessions.verify(await issuer.sign())).rejects.toMatchObject(away);
  });

  test('is not let in unasked while the issuer is away; one proven lately goes on', async () => {
    const sessions = open({ introspection: client, recheckSeconds: 30, graceSeconds: 300 });
    const token = await issuer.sign();
    await sessions.verify(token);
    issuer.temper = 'away';
    await expect(sessions.verify(await issuer.sign({ n: 1 }))).rejects.toMatchObject(away);
    pass(300);
    expect(await sessions.verify(token)).toMatchObject({ person: 'P-630103-li' });
    pass(6);
    await expect(sessions.verify(token)).rejects.toMatchObject(away);
  });
});

describe('an issuer that does not answer', () => {
  test.each(['away', 'hanging'] as const)('%s: is not asked by every request', async (temper) => {
    issuer.temper = temper;
    const sessions = open({ introspection: client });
    await expect(sessions.verify(await issuer.sign())).rejects.toMatchObject(away);
    for (let n = 0; n < 20; n += 1) {
      await expect(sessions.verify(await issuer.sign({ n }))).rejects.toMatchObject(away);
    }
    expect(issuer.asked.length).toBeLessThan(5);
  });

  test('that is back is believed again', async () => {
    issuer.temper = 'away';
    const sessions = open();
    const token = await issuer.sign();
    await expect(sessions.verify(token)).rejects.toMatchObject(away);
    issuer.temper = 'well';
    await vi.waitFor(
      async () => expect(await sessions.verify(token)).toMatchObject({ person: 'P-630103-li' }),
      { timeout: 20_000, interval: 100 },
    );
  });
});

describe('claims that limit a session', () => {
  test.each([
    ['both', { unit: '630103', roles: ['clerk'] }, { units: ['630103'], roles: ['clerk'] }],
    ['no role', { unit: '630103', roles: [] }, { units: ['630103'], roles: [] }],
  ])('%s: the session names them', async (_what, claims, onlyAs) => {
    const sessions = open({ unitClaim: 'unit', rolesClaim: 'roles' });
    expect(await sessions.verify(await issuer.sign(claims))).toMatchObject({ onlyAs });
  });

  test.each([
    ['without the unit', { roles: ['clerk'] }],
    ['without the roles', { unit: '630103' }],
    ['with roles that are none', { unit: '630103', roles: [1] }],
    ['with an object', { unit: '630103', roles: { clerk: true } }],
  ])('%s: refused, so that a lost claim widens nothing', async (_what, claims) => {
    const sessions = open({ unitClaim: 'unit', rolesClaim: 'roles' });
    const answer = await sessions.verify(await issuer.sign(claims));
    expect(answer).toMatchObject({ refused: true, code: 'session.claims-missing' });
  });

  test('are not looked at unless they were set', async () => {
    const session = await open().verify(await issuer.sign({ unit: '630103', roles: ['clerk'] }));
    expect(session).not.toHaveProperty('onlyAs');
  });
});

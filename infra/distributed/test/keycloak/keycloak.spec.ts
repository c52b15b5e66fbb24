import { ServerMissing } from '@jiandu/local-servers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser, proofKey } from './browser.ts';
import { readToken } from './read-token.ts';
import { openSignedInHouse, type SignedInHouse } from './signed-in-house.ts';

/** A first start makes a database and a realm, on a machine that others use, too. */
const START_MS = 400_000;
/** The promise: refused within a minute. The house here looks every second; by default it looks every thirty. */
const MINUTE = { timeout: 60_000, interval: 250 };
/** A test may wait a minute and sign people in before. */
const PATIENT = { timeout: 180_000 };

let missing: string | undefined;
let opened: SignedInHouse | undefined;

beforeAll(async () => {
  try {
    opened = await openSignedInHouse();
  } catch (error) {
    if (!(error instanceof ServerMissing)) throw error;
    missing = error.message;
  }
}, START_MS);
afterAll(() => opened?.close(), START_MS);
beforeEach((context) => {
  if (missing !== undefined) context.skip(missing);
});

function here(): SignedInHouse {
  if (opened === undefined) throw new Error('the house did not open');
  return opened;
}

const code = async (token: string) => (await here().ask(token)).code;

/** A token that the house has let in. */
async function letIn(person: string): Promise<string> {
  const { access_token: token } = await here().signIn(person);
  expect(await here().ask(token)).toMatchObject({ status: 200, body: { person } });
  return token;
}

describe('signing in at a real Keycloak', PATIENT, () => {
  test('by authorization code and PKCE: the house knows the person, with the offices of the registry', async () => {
    const { access_token: token } = await here().signIn('P-630103-han');
    const { status, body } = await here().ask(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: 'P-630103-han',
      roles: [{ role: 'lead_clerk', unit: '630103', department: 'case_management' }],
    });
    const { claims } = readToken(token);
    expect(claims).toMatchObject({
      iss: here().keycloak.issuer,
      aud: 'jiandu',
      person: 'P-630103-han',
      unit: ['630103'],
      roles: ['lead_clerk'],
    });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(300);
  });

  test('a code is worth nothing with another verifier, and works once', async () => {
    const { username, password } = here().user('P-630103-han');
    const { verifier, challenge } = proofKey();
    const get = async (browser: Browser) => {
      const led = await browser.submit(await browser.open(challenge), username, password);
      expect(led?.searchParams.get('state')).toBe('the state');
      return led?.searchParams.get('code') ?? '';
    };
    const [thief, owner] = [new Browser(here().keycloak.issuer), new Browser(here().keycloak.issuer)];
    const refused = { error: 'invalid_grant' };
    expect(await thief.exchange(await get(thief), proofKey().verifier)).toMatchObject(refused);
    const got = await get(owner);
    expect(await owner.exchange(got, verifier)).toHaveProperty('access_token');
    expect(await owner.exchange(got, verifier)).toMatchObject(refused);
  });

  test.each([
    ['without a challenge', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['with a challenge in the clear', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['by the implicit flow', { response_type: 'token' }, 'unauthorized_client'],
  ])('%s: refused', async (_what, changed, error) => {
    const answer = await new Browser(here().keycloak.issuer).open(proofKey().challenge, changed);
    expect(answer.headers.get('location')).toContain(`error=${error}`);
  });

  test('to an address that is not the console’s: refused on the spot', async () => {
    const elsewhere = { redirect_uri: 'https://elsewhere.example/callback' };
    const answer = await new Browser(here().keycloak.issuer).open(proofKey().challenge, elsewhere);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test('with the password, past the sign-in page: refused', async () => {
    const { username, password } = here().user('P-630103-han');
    const browser = new Browser(here().keycloak.issuer);
    expect(await browser.ask('token', { grant_type: 'password', username, password })).toMatchObject({
      error: 'unauthorized_client',
    });
  });

  test('who guesses passwords is shut out for a while, with the right one, too', async () => {
    const { username, password } = here().user('P-632800-tang');
    const attempt = async (guess: string) => {
      const browser = new Browser(here().keycloak.issuer);
      return browser.submit(await browser.open(proofKey().challenge), username, guess);
    };
    for (let n = 0; n < 5; n += 1) expect(await attempt(`not ${n} the password`)).toBe(undefined);
    expect(await attempt(password)).toBe(undefined);
  });

  test('a refresh token works once', async () => {
    const { access_token: first, refresh_token: refresh } = await here().signIn('P-630103-han');
    const browser = new Browser(here().keycloak.issuer);
    const grant = { grant_type: 'refresh_token', refresh_token: refresh };
    const { access_token: second = '' } = await browser.ask('token', grant);
    expect(second).not.toBe(first);
    expect(await here().ask(second)).toMatchObject({ status: 200 });
    expect(await browser.ask('token', grant)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('what a token must say', PATIENT, () => {
  test('one of the same realm that is meant for somebody else is refused', async () => {
    const { keycloak, admin, user } = here();
    await admin.addClient({
      clientId: 'elsewhere',
      publicClient: true,
      directAccessGrantsEnabled: true,
      protocolMappers: [
        {
          name: 'person',
          protocol: 'openid-connect',
          protocolMapper: 'oidc-usermodel-attribute-mapper',
          config: { 'user.attribute': 'person', 'claim.name': 'person', 'access.token.claim': 'true' },
        },
      ],
    });
    const { username, password } = user('P-630103-han');
    const { access_token: token = '' } = await new Browser(keycloak.issuer).ask('token', {
      client_id: 'elsewhere',
      grant_type: 'password',
      username,
      password,
    });
    expect(readToken(token).claims).toMatchObject({ iss: keycloak.issuer, person: 'P-630103-han' });
    expect(await here().ask(token)).toMatchObject({ status: 401, code: 'session.invalid' });
  });

  test('roles narrow a session to what the registry knows, never widen it, and must not get lost', async () => {
    const { admin, user, signIn } = here();
    const { username } = user('P-630200-xie');
    const rolesWhen = async (roles: readonly string[]) => {
      await admin.changeUser(username, { attributes: { roles } });
      const { access_token: token } = await signIn('P-630200-xie');
      const { body, code: refused } = await here().ask(token);
      const held = body['roles'] as { role: string }[] | undefined;
      return refused === '' ? held?.map(({ role }) => role) : refused;
    };
    expect(await rolesWhen(['prosecutor', 'line_superior'])).toEqual(['prosecutor', 'line_superior']);
    expect(await rolesWhen(['line_superior'])).toEqual(['line_superior']);
    expect(await rolesWhen(['line_superior', 'chief'])).toEqual(['line_superior']);
    expect(await rolesWhen(['chief'])).toBe('session.no-office');
    expect(await rolesWhen([])).toBe('session.claims-missing');
  });

  test('a unit in which the person holds nothing is refused', async () => {
    const { admin, user, signIn } = here();
    const { username } = user('P-630200-xie');
    await admin.changeUser(username, { attributes: { roles: ['prosecutor'], unit: ['630000'] } });
    expect(await code((await signIn('P-630200-xie')).access_token)).toBe('session.no-office');
  });

  test('one that has expired is refused', async () => {
    await here().admin.setConsoleLifespan(1);
    const { access_token: token } = await here().signIn('P-630103-han');
    await here().admin.setConsoleLifespan(undefined);
    await expect.poll(() => code(token), MINUTE).toBe('session.expired');
  });
});

describe('a session that ends before its token expires is refused within a minute', PATIENT, () => {
  test('ended by an administrator; others go on', async () => {
    const [token, other] = [await letIn('P-630103-bai'), await letIn('P-630103-han')];
    await here().admin.logOut(here().user('P-630103-bai').username);
    await expect.poll(() => code(token), MINUTE).toBe('session.revoked');
    expect(await code(other)).toBe('');
  });

  test('ended by signing out', async () => {
    const { access_token: token, refresh_token } = await here().signIn('P-630103-bai');
    expect(await code(token)).toBe('');
    await new Browser(here().keycloak.issuer).ask('logout', { refresh_token });
    await expect.poll(() => code(token), MINUTE).toBe('session.revoked');
  });

  test('disabled at Keycloak: refused, and not let in again', async () => {
    const token = await letIn('P-630103-shi');
    await here().admin.changeUser(here().user('P-630103-shi').username, { enabled: false });
    await expect.poll(() => code(token), MINUTE).toBe('session.revoked');
    await expect(here().signIn('P-630103-shi')).rejects.toThrow('was not let in');
  });

  test('disabled in the registry: refused, whatever Keycloak says', async () => {
    const [token, admin] = [await letIn('P-630103-li'), await letIn('P-630000-guan')];
    const path = '/v1/registry/people/P-630103-li/disable-person';
    expect(await here().ask(admin, path, { reason: '调离本院' })).toMatchObject({ status: 200 });
    await expect.poll(() => code(token), MINUTE).toBe('session.unknown-person');
    expect(await code((await here().signIn('P-630103-li')).access_token)).toBe('session.unknown-person');
  });
});

describe('when Keycloak changes', PATIENT, () => {
  test('a new key is accepted without a restart, a removed one no more', async () => {
    const before = await letIn('P-630000-mi');
    await here().admin.addSigningKey();
    const { access_token: after } = await here().signIn('P-630000-mi');
    expect(readToken(after).header['kid']).not.toBe(readToken(before).header['kid']);
    await expect.poll(() => code(after), MINUTE).toBe('');
    expect(await code(before)).toBe('');
    await here().admin.removeOlderKeys();
    await expect.poll(() => code(before), MINUTE).toBe('session.invalid');
    expect(await code(after)).toBe('');
  });

  test(
    'killed: who was let in goes on, somebody new gets 503; after its restart people come in again',
    async () => {
      const inside = await letIn('P-630103-han');
      const { access_token: fresh } = await here().signIn('P-630000-guan');
      await here().keycloak.kill();
      expect(await here().ask(fresh)).toMatchObject({ status: 503, code: 'session.issuer-unavailable' });
      expect((await here().ask(fresh)).headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await code(inside)).toBe('');
      await here().keycloak.restart();
      const { access_token: later } = await here().signIn('P-630103-han');
      await expect.poll(() => code(later), MINUTE).toBe('');
    },
    START_MS,
  );
});

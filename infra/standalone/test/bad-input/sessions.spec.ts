import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type Told } from '../house.ts';
import { CLERK, soundLead } from './sound.ts';

const ISSUER = 'urn:jiandu:demo';
const AUDIENCE = 'urn:jiandu:api';
const HOUR = 3_600;

let house: TestHouse;
/** The key by which the house itself signs. */
let own: KeyObject;
const foreign = generateKeyPairSync('ed25519').privateKey;

beforeAll(async () => {
  house = await openTestHouse('2025-03-03');
  const jwk = JSON.parse(readFileSync(join(house.data, 'keys', 'demo-session.jwk'), 'utf8')) as object;
  own = createPrivateKey({ key: jwk as import('node:crypto').JsonWebKey, format: 'jwk' });
}, 30_000);
afterAll(() => house.close());

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

/** The claims of a sound token, some of them made otherwise. */
function claims(more: object = {}): object {
  return { iss: ISSUER, aud: AUDIENCE, sub: CLERK, iat: now(), exp: now() + HOUR, ...more };
}
function token(payload: object, key: KeyObject, header: object = { alg: 'EdDSA' }): string {
  const signed = `${encoded(header)}.${encoded(payload)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

/** Tries to write and to read with what stands for a token. */
async function refusedWith(authorization: string | undefined): Promise<Told> {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const before = await house.head();
  const read = await house.send({ method: 'GET', url: '/v1/intake/leads', headers });
  const written = await house.send({
    method: 'POST',
    url: '/v1/intake/leads',
    headers,
    payload: soundLead(),
  });
  expect(await house.head()).toBe(before);
  expect(read).toMatchObject({ status: written.status, code: written.code });
  return written;
}

test('a sound token of this making is taken, so that the others are refused for what is wrong with them', async () => {
  const headers = { authorization: `Bearer ${token(claims(), own)}` };
  expect((await house.send({ method: 'GET', url: '/v1/intake/leads', headers })).status).toBe(200);
});

describe('who cannot prove who he is neither reads nor writes', () => {
  test('no token', async () => {
    expect(await refusedWith(undefined)).toMatchObject({ status: 401, code: 'session.missing' });
  });

  const forged: readonly (readonly [string, () => string])[] = [
    ['signed with another key', () => token(claims(), foreign)],
    [
      'with another person written into it',
      () => {
        const [head, , signature] = token(claims(), own).split('.');
        return `${head}.${encoded(claims({ sub: 'P-630103-bai' }))}.${signature}`;
      },
    ],
    ['with its signature left out', () => `${token(claims(), own).split('.').slice(0, 2).join('.')}.`],
    ['alg none', () => `${encoded({ alg: 'none' })}.${encoded(claims())}.`],
    ['alg none, signed all the same', () => token(claims(), own, { alg: 'none' })],
    ['alg HS256', () => token(claims(), own, { alg: 'HS256' })],
    ['a critical header that nobody knows', () => token(claims(), own, { alg: 'EdDSA', crit: ['x'], x: 1 })],
    ['of another issuer', () => token(claims({ iss: 'https://elsewhere.example' }), own)],
    ['for another audience', () => token(claims({ aud: 'urn:other:api' }), own)],
    ['for no audience', () => token(claims({ aud: undefined }), own)],
    ['that never expires', () => token(claims({ exp: undefined }), own)],
    ['that is not valid yet', () => token(claims({ nbf: now() + HOUR }), own)],
    ['of nobody', () => token(claims({ sub: undefined }), own)],
    ['whose person is a number', () => token(claims({ sub: 7 }), own)],
    ['that is no token', () => 'abc'],
    ['that is empty', () => ''],
  ];
  test.each(forged)('a token %s', async (_what, make) => {
    expect(await refusedWith(`Bearer ${make()}`)).toMatchObject({ status: 401, code: 'session.invalid' });
  });

  test('a token that has expired', async () => {
    const old = token(claims({ iat: now() - 2 * HOUR, exp: now() - HOUR }), own);
    expect(await refusedWith(`Bearer ${old}`)).toMatchObject({ status: 401, code: 'session.expired' });
  });

  test('another scheme', async () => {
    expect(await refusedWith('Basic UC02MzAxMDMtaGFuOg==')).toMatchObject({ status: 401 });
  });

  test('a sound token of somebody whom nobody registered', async () => {
    const told = await refusedWith(`Bearer ${token(claims({ sub: 'P-630103-nobody' }), own)}`);
    expect(told).toMatchObject({ status: 403, code: 'session.unknown-person' });
  });

  test('somebody disabled since', async () => {
    const person = 'P-630103-ding';
    const headers = { authorization: `Bearer ${token(claims({ sub: person }), own)}` };
    expect((await house.send({ method: 'GET', url: '/v1/intake/leads', headers })).status).toBe(200);
    await house.done('P-630000-guan', 'registry.disablePerson', person, { reason: '调离。' });
    expect(await refusedWith(headers.authorization)).toMatchObject({
      status: 403,
      code: 'session.unknown-person',
    });
  });

  test('the answer says nothing of the token', async () => {
    const bad = token(claims(), foreign);
    const told = await refusedWith(`Bearer ${bad}`);
    expect(told.headers['www-authenticate']).toBe('Bearer');
    expect(told.text).not.toContain(bad.slice(0, 20));
  });
});

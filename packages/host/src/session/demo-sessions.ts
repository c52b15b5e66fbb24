import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { rememberSessions } from './remember-sessions.ts';
import type { DemoSignIn, Sessions } from './sessions.ts';
import { type Expected, sessionOf, verifyOptions } from './verify-jwt.ts';

const EXPECTED: Expected = { issuer: 'urn:jiandu:demo', audience: 'urn:jiandu:api', personClaim: 'sub' };

/** A working day. */
const LIFETIME_SECONDS = 8 * 60 * 60;

/** A fresh Ed25519 key as a private JWK; the data directory keeps it, so that sessions outlive a restart. */
export async function generateSessionKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

/** Sessions of the demonstration: signed here, with the key of this data directory, for whoever asks. */
export async function demoSessions(key: JWK): Promise<{ sessions: Sessions; signIn: DemoSignIn }> {
  const { d: _secret, ...publicPart } = key;
  const signing = await importJWK(key, 'EdDSA');
  const checking = await importJWK(publicPart, 'EdDSA');
  const options = verifyOptions(EXPECTED);
  return {
    sessions: rememberSessions((token) => sessionOf(jwtVerify(token, checking, options), EXPECTED)),
    signIn: {
      async issue(person) {
        const expiresAt = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS;
        const token = await new SignJWT()
          .setProtectedHeader({ alg: 'EdDSA' })
          .setIssuer(EXPECTED.issuer)
          .setAudience(EXPECTED.audience)
          .setSubject(person)
          .setIssuedAt()
          .setExpirationTime(expiresAt)
          .sign(signing);
        return { token, expiresAt };
      },
    },
  };
}

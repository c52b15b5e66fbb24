import { createRemoteJWKSet, jwtVerify } from 'jose';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { rememberSessions } from './remember-sessions.ts';
import type { Sessions } from './sessions.ts';
import { type Expected, sessionOf, verifyOptions } from './verify-jwt.ts';

export interface OidcSettings extends Expected {
  /** Where the issuer publishes its keys; found through its discovery document unless told. */
  readonly jwksUri?: string;
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** Sessions of an OpenID Connect issuer. Its keys are fetched at the first token and again when an unknown key id comes. */
export function oidcSessions(settings: OidcSettings): Sessions {
  const options = verifyOptions(settings);
  let keys: KeySet | undefined;
  return rememberSessions(async (token) => {
    keys ??= createRemoteJWKSet(new URL(settings.jwksUri ?? (await discoverKeys(settings.issuer))));
    return sessionOf(jwtVerify(token, keys, options), settings);
  });
}

/** OpenID Connect Discovery 1.0 §4. */
async function discoverKeys(issuer: string): Promise<string> {
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
    });
    const told = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (told.issuer !== issuer || typeof told.jwks_uri !== 'string') {
      throw new Error(`${issuer} does not describe itself as an OpenID Connect issuer`);
    }
    return told.jwks_uri;
  } catch (error) {
    throw new IssuerUnavailable(error);
  }
}

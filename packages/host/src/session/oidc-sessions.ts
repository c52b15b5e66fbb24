import { isRefusal, type Refusal } from '@jiandu/eventing';
import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { refuseByHost } from '../host-refusals.ts';
import { type IntrospectionClient, isActive } from './introspection.ts';
import { issuerDescription } from './issuer-description.ts';
import { issuerKeys } from './issuer-keys.ts';
import { IssuerLine } from './issuer-line.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { rememberSessions } from './remember-sessions.ts';
import type { Session, Sessions } from './sessions.ts';
import { type Expected, sessionOf, verifyOptions } from './verify-jwt.ts';

export interface OidcSettings extends Expected {
  /** Where the issuer publishes its keys; found through its discovery document unless told. */
  readonly jwksUri?: string;
  /** With it the issuer is asked whether a token still counts; without it a token counts until it expires. */
  readonly introspection?: IntrospectionClient & {
    /** Found through the discovery document unless told. */
    readonly uri?: string;
  };
  /** Seconds after which a token in use is proven anew; 30 unless told. */
  readonly recheckSeconds?: number;
  /** Seconds that tokens and keys proven before go on while the issuer is away; 300 unless told. */
  readonly graceSeconds?: number;
}

/**
 * Sessions of an OpenID Connect issuer. A token is proven when it first comes and then every `recheckSeconds` of use: by the
 * keys the issuer publishes now and, where there is a client for it, by asking whether it still counts.
 */
export function oidcSessions(settings: OidcSettings): Sessions {
  const { recheckSeconds = 30, graceSeconds = 300, introspection } = settings;
  const line = new IssuerLine();
  const description = issuerDescription(settings.issuer, line);
  const options = verifyOptions(settings);
  let keys: JWTVerifyGetKey | undefined;

  const openKeys = async () => {
    const uri = settings.jwksUri ?? (await description()).jwks_uri;
    keys ??= issuerKeys(uri, line, { freshMs: recheckSeconds * 1_000, keptMs: graceSeconds * 1_000 });
    return keys;
  };
  const stillCounts = async (token: string) => {
    if (introspection === undefined) return true;
    const endpoint = introspection.uri ?? (await description()).introspection_endpoint;
    if (endpoint === undefined) {
      throw new IssuerUnavailable(new Error(`${settings.issuer} names no introspection endpoint`));
    }
    return isActive(token, endpoint, introspection, line);
  };
  const verify = async (token: string): Promise<Session | Refusal> => {
    const session = await sessionOf(jwtVerify(token, keys ?? (await openKeys()), options), settings);
    return isRefusal(session) || (await stillCounts(token)) ? session : refuseByHost('session.revoked');
  };
  return rememberSessions(verify, { recheckSeconds, graceSeconds });
}

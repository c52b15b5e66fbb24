import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
} from 'jose';
import { ISSUER_PATIENCE_MS, type IssuerLine } from './issuer-line.ts';
import { isIssuerTrouble } from './verify-jwt.ts';

/** Milliseconds between two looks for a key nobody knows yet: whoever invents key ids must not make us a nuisance. */
const LOOK_AGAIN_MS = 5_000;

export interface KeyAges {
  /** Milliseconds after which the keys are fetched again, so that a removed one ends. */
  readonly freshMs: number;
  /** Milliseconds that keys go on while the issuer is away. */
  readonly keptMs: number;
}

/** The keys an issuer publishes: fetched again when they are old, and when a token names a key that is not among them. */
export function issuerKeys(uri: string, line: IssuerLine, { freshMs, keptMs }: KeyAges): JWTVerifyGetKey {
  const cache: JWKSCacheInput = {};
  const published = createRemoteJWKSet(new URL(uri), {
    cacheMaxAge: freshMs,
    cooldownDuration: Math.min(LOOK_AGAIN_MS, freshMs),
    timeoutDuration: ISSUER_PATIENCE_MS,
    [jwksCache]: cache,
    [customFetch]: (url, { method, signal, redirect, headers }) =>
      line.ask(url, { method, signal, redirect, headers }),
  });
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      const { uat, jwks } = cache;
      if (!isIssuerTrouble(error) || jwks === undefined || uat === undefined || Date.now() > uat + keptMs) {
        throw error;
      }
      // A key that is not among the old ones may be a new one: that cannot be judged now.
      return createLocalJWKSet(jwks)(header, token).catch(() => {
        throw error;
      });
    }
  };
}

import type { Refusal } from '@jiandu/eventing';
import { errors, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { refuseByHost } from '../host-refusals.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import type { Session } from './sessions.ts';

/** Asymmetric algorithms only: `none` and shared secrets never prove who signed. */
export const ACCEPTED_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256', 'RS384', 'RS512'];

/** What a token must say besides being signed. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  /** Claim that holds the person's id. */
  readonly personClaim: string;
}

export function verifyOptions({ issuer, audience, personClaim }: Expected): JWTVerifyOptions {
  return {
    issuer,
    audience,
    algorithms: ACCEPTED_ALGORITHMS,
    requiredClaims: ['exp', personClaim],
    clockTolerance: 5,
  };
}

/** Turns jose's answer into a session; why a token is bad is told only as far as its holder needs to know. */
export async function sessionOf(
  verified: Promise<{ payload: JWTPayload }>,
  { personClaim }: Expected,
): Promise<Session | Refusal> {
  try {
    const { payload } = await verified;
    const person = payload[personClaim];
    if (typeof person !== 'string' || payload.exp === undefined) return refuseByHost('session.invalid');
    return { person, expiresAt: payload.exp };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refuseByHost('session.expired');
    if (error instanceof errors.JOSEError && !isIssuerTrouble(error)) return refuseByHost('session.invalid');
    throw new IssuerUnavailable(error);
  }
}

/** The keys could not be fetched: says nothing about the token. */
function isIssuerTrouble(error: errors.JOSEError): boolean {
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
}

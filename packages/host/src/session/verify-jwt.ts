import type { Refusal } from '@jiandu/eventing';
import { errors, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { refuseByHost } from '../host-refusals.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import type { NamedOffices, Session } from './sessions.ts';

/** Asymmetric algorithms only: `none` and shared secrets never prove who signed. */
export const ACCEPTED_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256', 'RS384', 'RS512'];

/** What a token must say besides being signed. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  /** Claim that holds the person's id. */
  readonly personClaim: string;
  /** Claim that limits the session to offices in these units; none unless told. */
  readonly unitClaim?: string;
  /** Claim that limits the session to these roles; none unless told. */
  readonly rolesClaim?: string;
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
  expected: Expected,
): Promise<Session | Refusal> {
  try {
    const { payload } = await verified;
    const person = payload[expected.personClaim];
    if (typeof person !== 'string' || payload.exp === undefined) return refuseByHost('session.invalid');
    const onlyAs = namedOffices(payload, expected);
    if (onlyAs === undefined) return refuseByHost('session.claims-missing');
    const session = { person, expiresAt: payload.exp };
    return Object.keys(onlyAs).length === 0 ? session : { ...session, onlyAs };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refuseByHost('session.expired');
    if (error instanceof errors.JOSEError && !isIssuerTrouble(error)) return refuseByHost('session.invalid');
    throw error instanceof IssuerUnavailable ? error : new IssuerUnavailable(error);
  }
}

/**
 * What the claims that were set name; undefined when one of them is absent. A claim that got lost on the way must not widen a
 * session to everything its person holds.
 */
function namedOffices(
  payload: JWTPayload,
  { unitClaim, rolesClaim }: Pick<Expected, 'unitClaim' | 'rolesClaim'>,
): NamedOffices | undefined {
  const units = unitClaim === undefined ? undefined : textsOf(payload[unitClaim]);
  const roles = rolesClaim === undefined ? undefined : textsOf(payload[rolesClaim]);
  if (unitClaim !== undefined && units === undefined) return undefined;
  if (rolesClaim !== undefined && roles === undefined) return undefined;
  return { ...(units === undefined ? {} : { units }), ...(roles === undefined ? {} : { roles }) };
}

/** A claim with one text or a list of them. */
function textsOf(claim: unknown): readonly string[] | undefined {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) && claim.every((each) => typeof each === 'string') ? claim : undefined;
}

/** The keys could not be fetched: says nothing about the token. */
export function isIssuerTrouble(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
}

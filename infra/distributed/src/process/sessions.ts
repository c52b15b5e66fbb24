import { readFileSync } from 'node:fs';
import { type DistributedSettings, demoSessions, oidcSessions } from '@jiandu/host';

/** Tokens of the set issuer; without one (never in production) tokens signed with the key that the processes share. */
export async function openSessions(settings: DistributedSettings) {
  const {
    JIANDU_OIDC_ISSUER: issuer,
    JIANDU_OIDC_AUDIENCE: audience = '',
    JIANDU_OIDC_JWKS_URI: jwksUri,
    JIANDU_OIDC_PERSON_CLAIM: personClaim,
    JIANDU_SESSION_KEY_FILE: keyFile = '',
  } = settings;
  if (issuer === undefined) return demoSessions(JSON.parse(readFileSync(keyFile, 'utf8')));
  const sessions = oidcSessions({
    issuer,
    audience,
    personClaim,
    ...(jwksUri === undefined ? {} : { jwksUri }),
  });
  return { sessions, signIn: undefined };
}

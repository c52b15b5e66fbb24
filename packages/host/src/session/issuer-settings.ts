import { readFileSync } from 'node:fs';
import type { Settings } from '../settings/settings.ts';
import type { OidcSettings } from './oidc-sessions.ts';

type IssuerSettings = Pick<Settings, Extract<keyof Settings, `JIANDU_OIDC_${string}`>>;

/** The issuer that the settings name, with the secret read from its file; undefined without one. */
export function issuerOf(settings: IssuerSettings): OidcSettings | undefined {
  const {
    JIANDU_OIDC_ISSUER: issuer,
    JIANDU_OIDC_AUDIENCE: audience,
    JIANDU_OIDC_JWKS_URI: jwksUri,
    JIANDU_OIDC_UNIT_CLAIM: unitClaim,
    JIANDU_OIDC_ROLES_CLAIM: rolesClaim,
    JIANDU_OIDC_CLIENT_ID: clientId,
    JIANDU_OIDC_CLIENT_SECRET_FILE: secretFile,
    JIANDU_OIDC_INTROSPECTION_URI: uri,
  } = settings;
  if (issuer === undefined || audience === undefined) return undefined;
  const introspection = clientId !== undefined &&
    secretFile !== undefined && {
      introspection: {
        clientId,
        clientSecret: readFileSync(secretFile, 'utf8').trimEnd(),
        ...(uri === undefined ? {} : { uri }),
      },
    };
  return {
    issuer,
    audience,
    personClaim: settings.JIANDU_OIDC_PERSON_CLAIM,
    recheckSeconds: settings.JIANDU_OIDC_RECHECK,
    ...(jwksUri === undefined ? {} : { jwksUri }),
    ...(unitClaim === undefined ? {} : { unitClaim }),
    ...(rolesClaim === undefined ? {} : { rolesClaim }),
    ...(introspection || {}),
  };
}

import { readFileSync } from 'node:fs';
import { type DistributedSettings, demoSessions, issuerOf, oidcSessions } from '@jiandu/host';

/** Tokens of the set issuer; without one (never in production) tokens signed with the key that the processes share. */
export async function openSessions(settings: DistributedSettings) {
  const issuer = issuerOf(settings);
  if (issuer !== undefined) return { sessions: oidcSessions(issuer), signIn: undefined };
  const { JIANDU_SESSION_KEY_FILE: keyFile = '' } = settings;
  return demoSessions(JSON.parse(readFileSync(keyFile, 'utf8')));
}

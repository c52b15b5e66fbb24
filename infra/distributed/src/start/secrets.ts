import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSessionKey } from '@jiandu/host';

/** What the processes of a demonstration share, as files of the data directory. */
export interface Secrets {
  readonly masterKey: string;
  readonly sessionKey: string;
}

/** Makes the keys of a demonstration on first use. */
export async function demonstrationSecrets(directory: string): Promise<Secrets> {
  const keys = join(directory, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const masterKey = join(keys, 'demo-master.key');
  const sessionKey = join(keys, 'demo-session.jwk');
  if (!existsSync(masterKey)) writeFileSync(masterKey, randomBytes(32).toString('hex'), { mode: 0o600 });
  if (!existsSync(sessionKey))
    writeFileSync(sessionKey, JSON.stringify(await generateSessionKey()), { mode: 0o600 });
  return { masterKey, sessionKey };
}

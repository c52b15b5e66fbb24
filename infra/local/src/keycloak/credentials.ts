import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Port and secrets of one installation, made when its directory is empty, and never in the repository. */
export interface Credentials {
  readonly port: number;
  /** Password of the administrator of all realms. */
  readonly admin: string;
  /** Secret of the client that asks whether tokens still count. */
  readonly clientSecret: string;
  /** Passwords of the demo users, by user name. */
  readonly users: Readonly<Record<string, string>>;
}

const FILE = 'credentials.json';

/** Reads a directory's credentials; undefined when it has none. */
export function credentialsIn(directory: string): Credentials | undefined {
  const file = join(directory, FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Makes credentials for an installation that begins now. */
export function newCredentials(port: number, users: readonly string[]): Credentials {
  return {
    port,
    admin: secret(),
    clientSecret: secret(),
    users: Object.fromEntries(users.map((user) => [user, secret()])),
  };
}

/** Writes them for the owner alone, by way of another name, so that a crash leaves the old ones or the new ones. */
export function keepCredentials(directory: string, credentials: Credentials): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(credentials, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}

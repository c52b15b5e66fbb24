import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from './credentials.ts';

/** The realm as it stands in the repository: for demonstration and tests, and to be imitated in production. */
export const REALM_FILE = join(import.meta.dirname, '../../../keycloak/realm-jiandu.json');

interface Client {
  readonly clientId: string;
  readonly publicClient: boolean;
  readonly secret?: string;
}

interface User {
  readonly username: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly credentials?: readonly {
    readonly type: 'password';
    readonly value: string;
    readonly temporary: boolean;
  }[];
}

/** What a starter has to know of Keycloak's representation of a realm; the rest goes through as it is. */
export interface Realm {
  readonly realm: string;
  readonly clients: readonly Client[];
  readonly users: readonly User[];
}

/** Reads a realm file. Throws when it is none. */
export function readRealm(file: string): Realm {
  const { users = [], ...read } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof read.realm !== 'string' || !Array.isArray(read.clients) || !Array.isArray(users))
    throw new Error(`${file} does not hold a realm with its clients`);
  return { ...read, users };
}

/** The realm with the secrets of one installation, as it is imported: no file of the repository has any. */
export function withCredentials(realm: Realm, { users, clientSecret }: Credentials): Realm {
  return {
    ...realm,
    clients: realm.clients.map((client) =>
      client.publicClient ? client : { ...client, secret: clientSecret },
    ),
    users: realm.users.map((user) => {
      const password = users[user.username];
      if (password === undefined) return user;
      return { ...user, credentials: [{ type: 'password', value: password, temporary: false }] };
    }),
  };
}

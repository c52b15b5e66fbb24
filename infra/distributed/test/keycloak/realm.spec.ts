import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoStaff } from '@jiandu/registry';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const text = readFileSync(join(root, 'infra/keycloak/realm-jiandu.json'), 'utf8');
const realm = JSON.parse(text);

interface Client {
  readonly clientId: string;
  readonly publicClient: boolean;
  readonly redirectUris: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly [flag: string]: unknown;
}
interface User {
  readonly username: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const clients: readonly Client[] = realm.clients;
const users: readonly User[] = realm.users;

describe('the realm in the repository', () => {
  test('holds no password, secret or key', () => {
    expect(text).not.toMatch(/"(credentials|secret|secretData|privateKey|certificate)"/);
  });

  test.each(users)(
    '$username is one of the demo staff, with the offices of the registry',
    ({ attributes }) => {
      const member = demoStaff.find(({ person }) => person === attributes['person']?.[0]);
      expect(attributes).toEqual({
        person: [member?.person],
        unit: [member?.unit],
        roles: member?.roles.map(({ role }) => role),
      });
    },
  );

  test.each(clients)('$clientId gives tokens by authorization code and PKCE, or not at all', (client) => {
    const ways = ['implicitFlowEnabled', 'directAccessGrantsEnabled', 'serviceAccountsEnabled'];
    expect(ways.filter((way) => client[way] !== false)).toEqual([]);
    expect(client['fullScopeAllowed']).toBe(false);
    if (client['standardFlowEnabled'] !== false) {
      expect(client.attributes?.['pkce.code.challenge.method']).toBe('S256');
      expect(client.redirectUris).not.toContain('*');
    }
  });

  test('nobody edits who they are: person, unit and roles belong to the administrators', () => {
    const [provider] = realm.components['org.keycloak.userprofile.UserProfileProvider'];
    const { attributes } = JSON.parse(provider.config['kc.user.profile.config'][0]);
    const editors = attributes.map(({ name, permissions }: never) => [name, permissions['edit']]);
    expect(Object.fromEntries(editors)).toMatchObject({
      person: ['admin'],
      unit: ['admin'],
      roles: ['admin'],
    });
    expect(JSON.parse(provider.config['kc.user.profile.config'][0])).not.toHaveProperty(
      'unmanagedAttributePolicy',
    );
  });

  test('tokens are short-lived, refresh tokens work once, guessing is stopped', () => {
    expect(realm).toMatchObject({
      sslRequired: 'external',
      accessTokenLifespan: 300,
      revokeRefreshToken: true,
      refreshTokenMaxReuse: 0,
      bruteForceProtected: true,
      registrationAllowed: false,
    });
  });
});

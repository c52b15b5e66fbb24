import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ServerMissing } from '../running-server.ts';
import { credentialsIn, keepCredentials, newCredentials } from './credentials.ts';
import { keycloakHome } from './home.ts';
import { keycloakSettings, startKeycloak } from './index.ts';
import { REALM_FILE, readRealm, withCredentials } from './realm.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jiandu-keycloak-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true, force: true });
});

const say = () => undefined;

describe('Keycloak on this machine', () => {
  test('not downloaded, and not to be: missing, with the command that fetches it; nothing is written', async () => {
    vi.stubEnv('LOCAL_SERVERS', join(directory, 'servers'));
    const started = startKeycloak({ directory: join(directory, 'data'), say, download: false });
    await expect(started).rejects.toThrow(ServerMissing);
    await expect(started).rejects.toThrow(/npm run servers -- --keycloak|there is no `java`/);
    expect(readdirSync(directory)).toEqual([]);
  });

  test.each([true, false])(
    'no Java (may be downloaded: %s): missing, and it says what is needed',
    async (download) => {
      vi.stubEnv('PATH', directory);
      vi.stubEnv('LOCAL_SERVERS', join(directory, 'servers'));
      const started = startKeycloak({ directory: join(directory, 'data'), say, download });
      await expect(started).rejects.toThrow(ServerMissing);
      await expect(started).rejects.toThrow('needs Java 17');
      expect(readdirSync(directory)).toEqual([]);
    },
  );

  test('its data lie in their directory; what was downloaded stays untouched', () => {
    const server = join(directory, 'server');
    for (const part of ['conf', 'providers', 'themes', 'lib'])
      mkdirSync(join(server, part), { recursive: true });
    writeFileSync(join(server, 'version.txt'), '1');
    writeFileSync(join(server, 'lib', 'server.jar'), 'jar');
    const home = keycloakHome(server, join(directory, 'data'));
    writeFileSync(join(home, 'data', 'kept'), '');
    writeFileSync(join(home, 'conf', 'keycloak.conf'), '');
    expect(readFileSync(join(home, 'lib', 'server.jar'), 'utf8')).toBe('jar');
    expect(readdirSync(join(server, 'conf'))).toEqual([]);
    expect(existsSync(join(keycloakHome(server, join(directory, 'data')), 'data', 'kept'))).toBe(true);
    rmSync(home, { recursive: true });
    expect(existsSync(join(server, 'lib', 'server.jar'))).toBe(true);
  });
});

describe('secrets of an installation', () => {
  test('are made for it, kept for the owner alone, and go into what is imported', () => {
    const read = readRealm(REALM_FILE);
    const names = read.users.map(({ username }) => username);
    const made = newCredentials(1, names);
    keepCredentials(directory, made);
    expect(credentialsIn(directory)).toEqual(made);
    expect(new Set(Object.values(made.users)).size).toBe(names.length);
    const { users, clients } = withCredentials(read, made);
    expect(users.map(({ credentials }) => credentials?.[0]?.value)).toEqual(
      names.map((name) => made.users[name]),
    );
    expect(clients.map(({ clientId, secret }) => [clientId, secret])).toEqual([
      ['jiandu', made.clientSecret],
      ['jiandu-console', undefined],
    ]);
  });

  test('a file that is no realm is refused', () => {
    const file = join(directory, 'realm.json');
    writeFileSync(file, '{"realm":"x"}');
    expect(() => readRealm(file)).toThrow('does not hold a realm');
  });

  test('settings name where the secret is, never the secret', () => {
    const settings = keycloakSettings({
      issuer: 'http://127.0.0.1:1/realms/jiandu',
      clientSecretFile: 'a/file',
    });
    expect(settings).toMatchObject({
      JIANDU_OIDC_ISSUER: 'http://127.0.0.1:1/realms/jiandu',
      JIANDU_OIDC_CLIENT_SECRET_FILE: 'a/file',
    });
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isFree } from '../free-port.ts';
import { type RunningServer, type Say, ServerMissing, startProcess } from '../running-server.ts';
import { commandLine } from './command-line.ts';
import { type Credentials, credentialsIn, keepCredentials, newCredentials } from './credentials.ts';
import { fetchKeycloak, insistOnJava, isKeycloakHere, KEYCLOAK_VERSION, keycloakFolder } from './download.ts';
import { keycloakHome } from './home.ts';
import { REALM_FILE, type Realm, readRealm, withCredentials } from './realm.ts';

export { fetchKeycloak } from './download.ts';

/** Client of the realm that stands for the services: audience of the tokens, and who asks about them. */
const SERVICES = 'jiandu';
const ADMIN = 'admin';
/** A first start makes a database; on a busy machine that takes its time. */
const PATIENCE_MS = 300_000;

export interface KeycloakWanted {
  /** Where data, port, secrets and logs are kept; a later start on it goes on with the same. */
  readonly directory: string;
  readonly say: Say;
  /** Whether to fetch what is not there; yes unless told. */
  readonly download?: boolean;
  /** Realm to begin with; the one of the repository unless told. An existing realm stays as it is. */
  readonly realmFile?: string;
}

/** Somebody who may sign in; the password was made for this installation. */
export interface DemoUser {
  readonly username: string;
  readonly person: string;
  readonly password: string;
}

/** Real Keycloak on loopback, with the realm of the house. */
export interface RunningKeycloak extends RunningServer {
  /** What tokens call their issuer. */
  readonly issuer: string;
  /** Root of the server, for the admin API. */
  readonly address: string;
  readonly realm: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly users: readonly DemoUser[];
  /** File with the secret of the client that asks whether tokens still count. */
  readonly clientSecretFile: string;
}

/**
 * Starts Keycloak and resolves when it serves its realm. Rejects with `ServerMissing` where there is no Java, or Keycloak can or
 * may not be fetched.
 */
export async function startKeycloak({
  directory,
  say,
  download = true,
  realmFile = REALM_FILE,
}: KeycloakWanted): Promise<RunningKeycloak> {
  const server = await folderOfKeycloak(say, download);
  const read = readRealm(realmFile);
  const credentials = await credentialsFor(directory, read);
  const home = keycloakHome(server, directory);
  const forOwner = { mode: 0o600 };
  writeFileSync(
    join(home, 'data/import', `${read.realm}-realm.json`),
    JSON.stringify(withCredentials(read, credentials)),
    forOwner,
  );
  const clientSecretFile = join(directory, 'client-secret');
  writeFileSync(clientSecretFile, credentials.clientSecret, forOwner);
  const address = `http://127.0.0.1:${credentials.port}`;
  const issuer = `${address}/realms/${read.realm}`;
  say(`正在启动 Keycloak ${KEYCLOAK_VERSION} … / starting Keycloak ${KEYCLOAK_VERSION} …`);
  const running = await startProcess({
    name: `Keycloak ${KEYCLOAK_VERSION}`,
    command: 'java',
    args: commandLine(home, credentials.port),
    port: credentials.port,
    logFile: join(directory, 'keycloak.log'),
    env: {
      KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN,
      KC_BOOTSTRAP_ADMIN_PASSWORD: credentials.admin,
    },
    patienceMs: PATIENCE_MS,
    ready: async () => (await fetch(`${issuer}/.well-known/openid-configuration`, { signal: soon() })).ok,
  });
  return Object.assign(running, {
    issuer,
    address,
    realm: read.realm,
    admin: { username: ADMIN, password: credentials.admin },
    users: usersOf(read, credentials),
    clientSecretFile,
  });
}

/** Settings of a house that trusts this server. */
export function keycloakSettings({
  issuer,
  clientSecretFile,
}: Pick<RunningKeycloak, 'issuer' | 'clientSecretFile'>): Readonly<Record<string, string>> {
  return {
    JIANDU_OIDC_ISSUER: issuer,
    JIANDU_OIDC_AUDIENCE: SERVICES,
    JIANDU_OIDC_PERSON_CLAIM: 'person',
    JIANDU_OIDC_UNIT_CLAIM: 'unit',
    JIANDU_OIDC_ROLES_CLAIM: 'roles',
    JIANDU_OIDC_CLIENT_ID: SERVICES,
    JIANDU_OIDC_CLIENT_SECRET_FILE: clientSecretFile,
  };
}

const soon = () => AbortSignal.timeout(2_000);

async function folderOfKeycloak(say: Say, download: boolean): Promise<string> {
  if (download) return fetchKeycloak(say);
  await insistOnJava();
  if (isKeycloakHere()) return keycloakFolder();
  throw new ServerMissing(
    `Keycloak ${KEYCLOAK_VERSION} has not been downloaded yet; \`npm run servers -- --keycloak\` fetches it`,
  );
}

/** The same as last time; another port where somebody else listens now. */
async function credentialsFor(directory: string, { users }: Realm): Promise<Credentials> {
  const kept = credentialsIn(directory);
  const port = kept !== undefined && (await isFree(kept.port)) ? kept.port : await freePort();
  const names = users.map(({ username }) => username);
  const credentials = kept === undefined ? newCredentials(port, names) : { ...kept, port };
  keepCredentials(directory, credentials);
  return credentials;
}

function usersOf({ users }: Realm, credentials: Credentials): readonly DemoUser[] {
  return users.map(({ username, attributes }) => ({
    username,
    person: attributes['person']?.[0] ?? '',
    password: credentials.users[username] ?? '',
  }));
}

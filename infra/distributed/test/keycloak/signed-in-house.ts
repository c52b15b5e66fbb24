import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@jiandu/host';
import { keycloakSettings, type RunningKeycloak, startKeycloak } from '@jiandu/local-servers/keycloak';
import { demoStaff } from '@jiandu/registry';
import { openHouse } from '@jiandu/standalone';
import { bootstrap } from '@jiandu/standalone/bootstrap';
import { signIn, type Tokens } from './browser.ts';
import { KeycloakAdmin } from './keycloak-admin.ts';

/** What the house answered. */
export interface Answer {
  readonly status: number;
  /** Code of the refusal; empty when there was none. */
  readonly code: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The embedded house with a real Keycloak before it. */
export interface SignedInHouse {
  readonly keycloak: RunningKeycloak;
  readonly admin: KeycloakAdmin;
  /** Signs one of the demo users in, by person. */
  signIn(person: string): Promise<Tokens>;
  /** User name and password of one of the demo users. */
  user(person: string): { readonly username: string; readonly password: string };
  /** Asks the house with a token; with a body it is a command. */
  ask(token: string, path?: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts both on an empty directory. Rejects with `ServerMissing` where Keycloak is not there. */
export async function openSignedInHouse(): Promise<SignedInHouse> {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-keycloak-'));
  const closers = [() => rm(directory, { recursive: true, force: true })];
  const close = async () => {
    for (const each of closers.reverse()) await each();
  };
  try {
    const keycloak = await startKeycloak({
      directory: join(directory, 'keycloak'),
      say: () => undefined,
      download: false,
    });
    closers.push(() => keycloak.stop());
    const { settings } = readSettings(
      {
        ...keycloakSettings(keycloak),
        JIANDU_MODE: 'test',
        JIANDU_OIDC_RECHECK: '1',
        JIANDU_LOG_LEVEL: 'silent',
      },
      ['--port', '0', '--data', join(directory, 'data')],
    );
    const house = await openHouse(settings);
    closers.push(() => house.close());
    await bootstrap(house.runtime, demoStaff);
    const address = await house.listen();
    const user = (person: string) => {
      const found = keycloak.users.find((each) => each.person === person);
      if (found === undefined) throw new Error(`${person} is not a demo user`);
      return found;
    };
    return {
      keycloak,
      admin: new KeycloakAdmin(keycloak),
      user,
      signIn: (person) => signIn(keycloak.issuer, user(person).username, user(person).password),
      ask: (token, path = '/v1/session', body) => ask(address, token, path, body),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ask(address: string, token: string, path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${address}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read = text.startsWith('{') ? JSON.parse(text) : { text };
  return { status: answer.status, code: read.code ?? '', headers: answer.headers, body: read };
}

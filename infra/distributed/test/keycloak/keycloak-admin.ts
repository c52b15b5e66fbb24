import type { RunningKeycloak } from '@jiandu/local-servers/keycloak';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

interface Key {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
}

/** The administrator of a Keycloak, by its admin API. */
export class KeycloakAdmin {
  readonly #keycloak: Pick<RunningKeycloak, 'address' | 'realm' | 'admin'>;

  constructor(keycloak: Pick<RunningKeycloak, 'address' | 'realm' | 'admin'>) {
    this.#keycloak = keycloak;
  }

  async user(username: string): Promise<User> {
    const [found] = await this.#get<User[]>(`/users?exact=true&username=${username}`);
    if (found === undefined) throw new Error(`no user ${username}`);
    return this.#get(`/users/${found.id}`);
  }

  /** Changes a user; the attributes named replace those of the same name, and an empty list removes one. */
  async changeUser(
    username: string,
    { attributes, ...change }: Partial<Pick<User, 'enabled' | 'attributes'>>,
  ): Promise<void> {
    const user = await this.user(username);
    const merged = Object.entries({ ...user.attributes, ...attributes }).filter(
      ([, values]) => values.length > 0,
    );
    await this.#send('PUT', `/users/${user.id}`, {
      ...user,
      ...change,
      attributes: Object.fromEntries(merged),
    });
  }

  /** Ends every session of a user. */
  async logOut(username: string): Promise<void> {
    await this.#send('POST', `/users/${(await this.user(username)).id}/logout`);
  }

  async addClient(client: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#send('POST', '/clients', client);
  }

  /** Seconds that access tokens of the console live; those of the realm when undefined. */
  async setConsoleLifespan(seconds: number | undefined): Promise<void> {
    const [client] = await this.#get<{ id: string; attributes: Record<string, string> }[]>(
      '/clients?clientId=jiandu-console',
    );
    if (client === undefined) throw new Error('no console');
    const attributes = { ...client.attributes, 'access.token.lifespan': seconds?.toString() ?? '' };
    await this.#send('PUT', `/clients/${client.id}`, { ...client, attributes });
  }

  /** Makes a key that signs from now on. */
  async addSigningKey(): Promise<void> {
    await this.#send('POST', '/components', {
      name: 'newer',
      providerId: 'rsa-generated',
      providerType: 'org.keycloak.keys.KeyProvider',
      config: {
        priority: ['200'],
        enabled: ['true'],
        active: ['true'],
        algorithm: ['RS256'],
        keySize: ['2048'],
      },
    });
  }

  /** Removes the signing keys that were there before `addSigningKey`. */
  async removeOlderKeys(): Promise<void> {
    const keys = await this.#get<Key[]>('/components?type=org.keycloak.keys.KeyProvider');
    const older = keys.filter(({ providerId, name }) => providerId === 'rsa-generated' && name !== 'newer');
    for (const { id } of older) await this.#send('DELETE', `/components/${id}`);
  }

  async #get<T>(path: string): Promise<T> {
    return (await this.#send('GET', path)).json() as Promise<T>;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const { address, realm } = this.#keycloak;
    const answer = await fetch(`${address}/admin/realms/${realm}${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.#token()}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** A new one for each request: they live for a minute only. */
  async #token(): Promise<string> {
    const { address, admin } = this.#keycloak;
    const answer = await fetch(`${address}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...admin }),
    });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`the administrator was not let in: ${answer.status}`);
    return token;
  }
}

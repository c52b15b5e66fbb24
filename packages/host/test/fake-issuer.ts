import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export const AUDIENCE = 'jiandu';

/** `away`: breaks every connection. `hanging`: takes requests and never answers. */
export type Temper = 'well' | 'away' | 'hanging';

/** An OpenID Connect issuer as far as a resource server sees it, that does what a test tells it to. */
export class FakeIssuer {
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #signing = new Map<string, Parameters<SignJWT['sign']>[0]>();
  readonly #published = new Map<string, JWK>();
  temper: Temper = 'well';
  /** What introspection says, by token. */
  readonly inactive = new Set<string>();
  /** Paths asked for, in order, answered or not. */
  readonly asked: string[] = [];
  /** The last request for introspection. */
  introspected: { readonly authorization: string | undefined; readonly body: string } | undefined;
  introspectionStatus = 200;

  static async open(): Promise<FakeIssuer> {
    const issuer = new FakeIssuer();
    await new Promise<void>((resolve) => issuer.#server.listen(0, '127.0.0.1', resolve));
    await issuer.publish('k1');
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  times(path: string): number {
    return this.asked.filter((each) => each === path).length;
  }

  /** Makes a key and publishes it. */
  async publish(kid: string): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    this.#signing.set(kid, privateKey);
    this.#published.set(kid, { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' });
  }

  withdraw(kid: string): void {
    this.#published.delete(kid);
  }

  /** A token for an hour, signed by a key that was made here, under any key id. */
  sign(claims: Record<string, unknown> = {}, by = 'k1', kid = by): Promise<string> {
    const key = this.#signing.get(by);
    if (key === undefined) throw new Error(`no key ${by}`);
    return new SignJWT({ person: 'P-630103-li', ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setIssuer(this.url)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .sign(key);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.asked.push(path);
    if (this.temper === 'away') return void request.socket.destroy();
    if (this.temper === 'hanging') return;
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (path === '/keys') return void json({ keys: [...this.#published.values()] });
    if (path === '/introspect') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      this.introspected = { authorization: request.headers.authorization, body };
      const token = new URLSearchParams(body).get('token') ?? '';
      return void json({ active: !this.inactive.has(token) }, this.introspectionStatus);
    }
    json({
      issuer: this.url,
      jwks_uri: `${this.url}/keys`,
      introspection_endpoint: `${this.url}/introspect`,
    });
  }
}

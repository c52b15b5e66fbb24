/** One HTTP exchange; a socket and an in-process injection look the same. */
export type Exchange = (request: {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}) => Promise<{ readonly status: number; readonly body: unknown }>;

/** An exchange over the network. */
export function overHttp(baseUrl: string): Exchange {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

type Json = Readonly<Record<string, unknown>>;

/** Answer of a command. */
export interface Given {
  readonly status: number;
  readonly body: Json;
}

/**
 * The public API as a player uses it. Addresses come from the server's own OpenAPI document by operation id, and every
 * call waits for what followed from the call before: nobody sleeps or guesses.
 */
export class PublicApi {
  readonly #exchange: Exchange;
  readonly #tokens = new Map<string, string>();
  #addresses: ReadonlyMap<string, { method: string; path: string }> | undefined;
  #after = 0;
  #now = '';

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** Puts the demonstration clock forward; timers run before it answers. */
  async setClock(now: string): Promise<void> {
    if (now === this.#now) return;
    this.#now = now;
    const { status, body } = await this.#exchange({
      method: 'POST',
      path: '/v1/demo/clock',
      headers: {},
      body: { now },
    });
    if (status >= 300) throw new Error(`the clock could not be set to ${now}: ${JSON.stringify(body)}`);
    this.#saw(body);
  }

  /** Gives a command as a person; a refusal is an answer like any other. */
  async give(
    person: string,
    command: string,
    id: string | undefined,
    input: Json,
    key: string,
  ): Promise<Given> {
    const { path } = await this.#address(command);
    const { status, body } = await this.#exchange({
      method: 'POST',
      path: `${path.replace('{id}', encodeURIComponent(id ?? ''))}?after=${this.#after}`,
      headers: { ...(await this.#signedIn(person)), 'idempotency-key': key },
      body: input,
    });
    this.#saw(body);
    return { status, body: (body ?? {}) as Json };
  }

  /** Asks a query as a person. */
  async ask(person: string, path: string): Promise<Json> {
    const joint = path.includes('?') ? '&' : '?';
    const { status, body } = await this.#exchange({
      method: 'GET',
      path: `${path}${joint}after=${this.#after}`,
      headers: await this.#signedIn(person),
    });
    if (status !== 200) throw new Error(`GET ${path} as ${person}: ${status} ${JSON.stringify(body)}`);
    return body as Json;
  }

  #saw(body: unknown): void {
    const position = (body as Json | undefined)?.position;
    if (typeof position === 'number') this.#after = Math.max(this.#after, position);
  }

  async #signedIn(person: string): Promise<Record<string, string>> {
    let token = this.#tokens.get(person);
    if (token === undefined) {
      const { status, body } = await this.#exchange({
        method: 'POST',
        path: '/v1/session',
        headers: {},
        body: { person },
      });
      if (status >= 300) throw new Error(`${person} could not sign in: ${JSON.stringify(body)}`);
      token = String((body as Json).token);
      this.#tokens.set(person, token);
    }
    return { authorization: `Bearer ${token}` };
  }

  async #address(operation: string): Promise<{ method: string; path: string }> {
    this.#addresses ??= await this.#readAddresses();
    const address = this.#addresses.get(operation);
    if (address === undefined) throw new Error(`the API offers no ${operation}`);
    return address;
  }

  async #readAddresses(): Promise<ReadonlyMap<string, { method: string; path: string }>> {
    const { body } = await this.#exchange({ method: 'GET', path: '/openapi.json', headers: {} });
    const { paths } = body as { paths: Record<string, Record<string, { operationId?: string }>> };
    const entries = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => [operationId ?? '', { method, path }] as const,
      ),
    );
    return new Map(entries);
  }
}

import { type Answer, unreadable } from './answer.ts';
import type { Problem } from './generated/schemas.ts';
import type { CommandOptions, OperationRoute } from './operation.ts';

/** The part of `fetch` that is used; `inProcess` gives one without a socket. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal?: AbortSignal;
  },
) => Promise<Pick<Response, 'status' | 'headers' | 'text'>>;

/** The newest position that any answer of this client, or of its siblings, has shown. */
export interface Horizon {
  position: number;
}

export interface TransportParts {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly token?: string | (() => string | Promise<string>);
  readonly horizon: Horizon;
  /** How often an answer "later" is tried again. */
  readonly retries: number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** One call, already taken apart. */
export interface Call {
  readonly route: OperationRoute;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly options: CommandOptions;
}

type Received = Pick<Response, 'status' | 'headers' | 'text'>;

/** Answers that say "later", and mean it. */
const LATER = new Set([429, 503]);

/** Asks, and asks again a bounded number of times when told to come back; commands keep their key over all attempts. */
export async function ask<T>(parts: TransportParts, call: Call): Promise<Answer<T>> {
  const url = `${parts.baseUrl}${addressOf(parts.horizon, call)}`;
  const init = { method: call.route.method, ...(await contentOf(parts, call)) };
  for (let attempt = 0; ; attempt += 1) {
    const received = await parts.fetch(url, init);
    if (LATER.has(received.status) && attempt < parts.retries) {
      await received.text();
      await parts.pause(Number(received.headers.get('retry-after') ?? 1) * 1000);
      continue;
    }
    return answerOf<T>(received, parts.horizon);
  }
}

function addressOf(horizon: Horizon, { route, path, query, options }: Call): string {
  const filled = route.path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && name !== 'lastEventId') asked.append(name, String(value));
  }
  const after = options.after ?? horizon.position;
  if (route.kind !== 'host' && after !== false && after > 0) asked.set('after', String(after));
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

async function contentOf({ token }: TransportParts, { route, body, query, options }: Call) {
  const headers: Record<string, string> = {};
  const bearer = typeof token === 'function' ? await token() : token;
  if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`;
  if (route.kind === 'command') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  if (options.ifMatch !== undefined) headers['if-match'] = options.ifMatch;
  if (options.requestId !== undefined) headers['x-request-id'] = options.requestId;
  if (query['lastEventId'] !== undefined) headers['last-event-id'] = String(query['lastEventId']);
  if (route.body) headers['content-type'] = 'application/json';
  return {
    headers,
    ...(route.body ? { body: JSON.stringify(body ?? {}) } : {}),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}

async function answerOf<T>(received: Received, horizon: Horizon): Promise<Answer<T>> {
  const text = await received.text();
  const type = received.headers.get('content-type') ?? '';
  if (received.status >= 400) {
    const problem = type.includes('problem+json')
      ? (JSON.parse(text) as Problem)
      : unreadable(received.status);
    return { ok: false, problem };
  }
  const told = received.headers.get('jiandu-position');
  const position = told === null ? undefined : Number(told);
  if (position !== undefined) horizon.position = Math.max(horizon.position, position);
  const etag = received.headers.get('etag');
  return {
    ok: true,
    value: (type.includes('json') ? JSON.parse(text) : text) as T,
    repeated: received.headers.get('idempotency-replayed') === 'true',
    ...(position === undefined ? {} : { position }),
    ...(etag === null ? {} : { etag }),
  };
}

import type { Answer } from './answer.ts';
import { type Api, operations } from './generated/api.ts';
import type { CommandOptions, OperationRoute, OperationTable } from './operation.ts';
import { ask, type Fetch, type TransportParts } from './transport.ts';

export interface ClientOptions {
  /** Address of the server, without a path; nothing when `fetch` needs none. */
  readonly baseUrl?: string;
  readonly token?: string | (() => string | Promise<string>);
  readonly fetch?: Fetch;
  /** How often an answer "later" (503, 429) is tried again; 4 unless told. */
  readonly retries?: number;
  /** Waits between attempts. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Every operation of the API, by service and name, and who asks. */
export type Client = Api & {
  /** The same client for somebody else; both see what either has done. */
  withToken(token: TransportParts['token'] & {}): Client;
  /** The newest position that any answer has shown. */
  newestPosition(): number;
};

const pauseFor = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * A client of the API. It reads its own writes: every question waits for all that follows from what it has seen, unless
 * `after` says otherwise.
 */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = '', token, fetch = globalThis.fetch as Fetch, retries = 4, pause = pauseFor } = options;
  const shared = { baseUrl: baseUrl.replace(/\/$/, ''), fetch, retries, pause };
  return clientOf({ ...shared, horizon: { position: 0 }, ...(token === undefined ? {} : { token }) });
}

function clientOf(parts: TransportParts): Client {
  const groups = Object.entries(operations as OperationTable).map(([group, routes]) => [
    group,
    Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, methodOf(route, parts)])),
  ]);
  return {
    ...(Object.fromEntries(groups) as Api),
    withToken: (token) => clientOf({ ...parts, token }),
    newestPosition: () => parts.horizon.position,
  };
}

type Method = (...given: readonly unknown[]) => Promise<Answer<unknown>>;

/** Queries take one input; everything else its path parameters, then its body; options come last. */
function methodOf(route: OperationRoute, parts: TransportParts): Method {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (route.kind === 'query') {
    return (input = {}, options = {}) => {
      const fields = input as Readonly<Record<string, unknown>>;
      const path = Object.fromEntries(names.map((name) => [name, String(fields[name] ?? '')]));
      const query = Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
      return ask(parts, { route, path, query, options: options as CommandOptions });
    };
  }
  return (...given) => {
    const path = Object.fromEntries(names.map((name, place) => [name, String(given[place])]));
    const body = route.body ? given[names.length] : undefined;
    const options = (given[names.length + (route.body ? 1 : 0)] ?? {}) as CommandOptions;
    return ask(parts, { route, path, query: {}, body, options });
  };
}

import type { Fetch } from './transport.ts';

/** The part of a fastify application that answers without a socket. */
export interface Injectable {
  inject(request: {
    readonly method: 'GET' | 'POST' | 'DELETE';
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly payload?: string;
  }): Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: string;
  }>;
}

/** Asks an application in this process, as if over HTTP. For answers that end; an event stream needs a socket. */
export function inProcess(app: Injectable): Fetch {
  return async (url, { method, headers, body }) => {
    const answer = await app.inject({
      method: method as 'GET' | 'POST' | 'DELETE',
      url,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return { status: answer.statusCode, headers: new Headers(told), text: async () => answer.body };
  };
}

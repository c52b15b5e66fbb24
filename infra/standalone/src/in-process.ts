import type { Exchange } from '@jiandu/worked-matters';
import type { App } from './house.ts';

/** The public API without a socket: the same routes, checks and answers. */
export function inProcess(app: App): Exchange {
  return async ({ method, path, headers, body }) => {
    const answer = await app.inject({
      method,
      url: path,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  };
}

import type { Problem } from './generated/schemas.ts';

/** An answer of the server. A refusal is a value; only a server that cannot be reached is thrown. */
export type Answer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** How far in the log this answer reaches. */
      readonly position?: number;
      /** For `ifMatch` of the next command. */
      readonly etag?: string;
      /** The command had been done before under the same key; this is its first answer. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

/** The problem of an answer that is not the server's own, such as a proxy's page. */
export function unreadable(status: number): Problem {
  return {
    type: 'about:blank',
    title: '答复无法读懂',
    titleEn: 'Unreadable answer',
    status,
    code: 'answer.unreadable',
    detail: `服务器或其代理答复了${status}，但不是本系统的格式`,
    detailEn: `The server, or a proxy before it, answered ${status} in another format`,
    correlationId: '',
  };
}

import type { Refusal } from '@jiandu/eventing';
import { refuseByHost } from '../host-refusals.ts';

type Header = string | string[] | undefined;

const FIRST_VISIBLE = 0x21;
const LAST_VISIBLE = 0x7e;

/** Visible ASCII of a length from 1 to `longest`; checked by code unit, since it runs on every request. */
export function isVisibleAscii(text: string, longest: number): boolean {
  if (text.length === 0 || text.length > longest) return false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code < FIRST_VISIBLE || code > LAST_VISIBLE) return false;
  }
  return true;
}

/** The caller's key for "the same command again". */
export function idempotencyKey(header: Header): string | undefined | Refusal {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && isVisibleAscii(header, 200)) return header;
  return refuseByHost('request.idempotency-key');
}

/** The revision that a command expects (`"3"`); `*` expects nothing but existence, which commands do anyway. */
export function ifRevision(header: string | undefined): number | undefined | Refusal {
  if (header === undefined || header === '*') return undefined;
  const revision = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  return revision === undefined ? refuseByHost('request.if-match') : Number(revision);
}

/** The position that an answer must include. */
export function afterPosition(query: unknown): number | undefined | Refusal {
  const after = (query as { after?: unknown } | undefined)?.after;
  if (after === undefined) return undefined;
  if (typeof after === 'string' && /^\d{1,15}$/.test(after)) return Number(after);
  return refuseByHost('request.after', { field: 'after' });
}

const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** W3C trace context, passed on when it is well formed and dropped when it is not, as the recommendation says. */
export function traceparent(header: Header): string | undefined {
  return typeof header === 'string' && TRACEPARENT.test(header) ? header : undefined;
}

/** A bearer token, or the reason why there is none. */
export function bearerToken(header: string | undefined): string | Refusal {
  if (header === undefined) return refuseByHost('session.missing');
  const scheme = header.slice(0, 7).toLowerCase();
  const token = header.slice(7);
  return scheme === 'bearer ' && isVisibleAscii(token, 8192) ? token : refuseByHost('session.invalid');
}

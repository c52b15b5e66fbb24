import type { IncomingHttpHeaders } from 'node:http';
import { UNSETTLED_HEADER } from '@jiandu/host';
import type { FastifyRequest } from 'fastify';

/** Of one connection, not of the message (RFC 9110 §7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
] as const;

/** What a sender cannot say to a service: the gateway speaks to browsers, and knows where a request came from. */
const OWN = [
  'expect',
  'forwarded',
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  UNSETTLED_HEADER,
] as const;

const NOT_SENT_ON = new Set<string>([...HOP_BY_HOP, ...OWN]);
const NOT_ANSWERED = new Set<string>(HOP_BY_HOP);

/** Headers as a service gets them. */
export function toService(
  { id, ip, method }: FastifyRequest,
  headers: IncomingHttpHeaders,
  added: Readonly<Record<string, string>>,
): IncomingHttpHeaders {
  const sent = without(headers, NOT_SENT_ON);
  if (method === 'GET' || method === 'HEAD') {
    delete sent['content-length'];
    delete sent['content-type'];
  }
  return { ...sent, 'x-request-id': id, 'x-forwarded-for': ip, ...added };
}

/** Headers as the caller gets them. */
export function toCaller(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return without(headers, NOT_ANSWERED);
}

function without(headers: IncomingHttpHeaders, names: ReadonlySet<string>): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}

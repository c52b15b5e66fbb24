import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import type { Tracer } from '@jiandu/eventing';
import type { GatewayMetrics, ProblemAnswers } from '@jiandu/host';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { neverSent, unanswered } from './asking.ts';
import { toCaller, toService } from './forwarded-headers.ts';
import type { Neighbour } from './neighbours.ts';

/** A service that has sent no header after so long, beyond what it may wait on purpose, is taken for dead. */
const HEADERS_MS = 150_000;
/** Event streams say something every 15 s. */
const SILENCE_MS = 60_000;
const CONNECT_MS = 2_000;
/** Every open event stream holds one. */
const MOST_CONNECTIONS = 2_000;

const MOST_TRIES = 3;
const BETWEEN_TRIES_MS = 150;

export interface ForwardParts {
  readonly problems: ProblemAnswers;
  readonly metrics: GatewayMetrics;
  readonly tracer?: Tracer;
}

/** What is changed on the way. */
export interface Changes {
  /** Query string instead of the one that was sent. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the request is part of, where the gateway tells of its work. */
  readonly trace?: string;
}

/** Sends a request on to a service and its answer back. */
export type Forward = (
  request: FastifyRequest,
  reply: FastifyReply,
  to: Neighbour,
  changes?: Changes,
) => FastifyReply;

/** Bodies pass as the bytes they are; connections are kept. */
export async function addForwarding(app: FastifyInstance, parts: ForwardParts): Promise<Forward> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(replyFrom, {
    disableRequestLogging: true,
    destroyAgent: true,
    undici: {
      connections: MOST_CONNECTIONS,
      connect: { timeout: CONNECT_MS, rejectUnauthorized: true },
      headersTimeout: HEADERS_MS,
      bodyTimeout: SILENCE_MS,
    },
  });
  const { tracer } = parts;
  return (request, reply, to, changes = {}) => {
    const { trace, headers } = changes;
    if (tracer === undefined || trace === undefined) return send(request, reply, to, changes, parts);
    void tracer({ name: `to ${to.name}`, kind: 'client', traceparent: trace }, async (own = trace) => {
      const answered = once(reply.raw, 'close');
      send(request, reply, to, { ...changes, headers: { ...headers, traceparent: own } }, parts);
      await answered;
    });
    return reply;
  };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  to: Neighbour,
  { query, headers: added = {} }: Changes,
  { problems, metrics }: ForwardParts,
): FastifyReply {
  const { path, search } = parted(request.url);
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? request.body : undefined;
  const type = request.headers['content-type'];
  const finished = metrics.forwarding(to.name);
  reply.raw.once('close', () => finished(request.method, reply.raw.statusCode));
  return reply.from(`${to.url}${path}`, {
    queryString: () => query ?? search,
    ...(body === undefined ? { body: null } : { body, contentType: type ?? 'application/octet-stream' }),
    rewriteRequestHeaders: (_request, headers) => {
      const { 'content-type': _guessed, ...known } = headers as IncomingHttpHeaders;
      return toService(request, type === undefined ? known : { ...known, 'content-type': type }, added);
    },
    rewriteHeaders: (headers) => toCaller(headers as IncomingHttpHeaders),
    retryDelay: ({ err, attempt }) => (mayTryAgain(request, err, attempt) ? BETWEEN_TRIES_MS : null),
    onResponse: (_request, _reply, { stream, statusCode }) => {
      if (!String(reply.getHeader('content-type')).startsWith('text/event-stream'))
        return void reply.send(stream);
      // Its headers go out before there is an event to tell.
      reply.hijack();
      reply.raw.writeHead(statusCode, reply.getHeaders() as Record<string, string>);
      reply.raw.flushHeaders();
      pipeline(stream, reply.raw, () => undefined);
    },
    onError: (_reply, { error }) => {
      metrics.failed(to.name, neverSent(error) ? 'away' : 'lost');
      problems.refuse(reply, unanswered(to, error));
    },
  });
}

function parted(url: string): { readonly path: string; readonly search: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, search: '' } : { path: url.slice(0, mark), search: url.slice(mark + 1) };
}

/**
 * Only what was never sent: a service that is being started again has not seen it. A command without `Idempotency-Key` is not
 * even then sent twice: whether it was sent is the judgement of a library.
 */
function mayTryAgain({ method, headers }: FastifyRequest, error: unknown, attempt: number): boolean {
  if (attempt >= MOST_TRIES || !neverSent(error)) return false;
  return method === 'GET' || method === 'HEAD' || headers['idempotency-key'] !== undefined;
}

import type { Tracer } from '@jiandu/eventing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceparent } from './request-headers.ts';

/** Handles a request as part of a trace, if it is part of any. */
export type TracedHandler = (
  request: FastifyRequest,
  reply: FastifyReply,
  trace: string | undefined,
) => Promise<FastifyReply>;

/** A handler whose work stands in the trace that the request names, or begins one; without a tracer the name only travels on. */
export function tracedRoute(tracer: Tracer | undefined, name: string, handle: TracedHandler) {
  if (tracer === undefined)
    return (request: FastifyRequest, reply: FastifyReply) =>
      handle(request, reply, traceparent(request.headers['traceparent']));
  return (request: FastifyRequest, reply: FastifyReply) => {
    const given = traceparent(request.headers['traceparent']);
    return tracer(
      {
        name,
        kind: 'server',
        ...(given === undefined ? {} : { traceparent: given }),
        about: () => ({ 'http.response.status_code': reply.statusCode }),
      },
      (own) => handle(request, reply, own),
    );
  };
}

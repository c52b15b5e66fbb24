import { type AnyQuery, isRawAnswer, type Service } from '@jiandu/eventing';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inputFields } from '../openapi/json-schema.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { ProblemAnswers } from './answer-problem.ts';
import type { RouteParts } from './app-parts.ts';
import { awaitArrival } from './arrival.ts';
import type { Identification } from './identification.ts';
import { type OpenAnswers, sendRaw } from './raw-answer.ts';
import { tracedRoute } from './traced-route.ts';

export interface QueryRouteParts extends RouteParts {
  readonly identification: Identification;
  readonly problems: ProblemAnswers;
  readonly metrics: Metrics;
  readonly open: OpenAnswers;
}

/** Address of a query: `/v1/reporting/matters/:id/history`. */
export function queryPath(service: Service, query: AnyQuery): string {
  return `/v1/${service.name}/${query.path}`;
}

/** One `GET` for every query. */
export function addQueryRoutes(app: FastifyInstance, parts: QueryRouteParts): void {
  for (const service of parts.runtime.index.services) {
    for (const query of service.queries) {
      app.get(queryPath(service, query), {
        onResponse: parts.metrics.timing('GET', queryPath(service, query)),
        handler: queryHandler(service, query, parts),
      });
    }
  }
}

function queryHandler(service: Service, query: AnyQuery, parts: QueryRouteParts) {
  const { runtime, identification, limits, open } = parts;
  const problems = parts.problems.speakingFor(service);
  const fields = inputFields(query.input);
  if (fields.has('after')) {
    throw new Error(
      `${service.name}.${query.name}: the input field "after" belongs to the host; call a cursor "cursor"`,
    );
  }
  const resumable = fields.has('lastEventId');

  return tracedRoute(runtime.parts.tracer, `GET ${queryPath(service, query)}`, async (request, reply) => {
    const subject = await identification.subjectOf(request);
    await awaitArrival(runtime, request, limits.afterMs);
    const answered = await runtime.query(service, query, inputOf(request, resumable), subject);
    if (!answered.ok) return problems.refuse(reply, answered.refusal);
    const { value } = answered;
    reply.header('jiandu-position', String(Number.isFinite(answered.position) ? answered.position : 0));
    if (isRawAnswer(value)) return sendRaw(value, request, reply, open);
    const etag = etagOf(value);
    if (etag !== undefined) {
      reply.header('etag', etag);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    }
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(value));
  });
}

/** Query string, path parameters (which win) and `Last-Event-ID` as one input. */
function inputOf(request: FastifyRequest, resumable: boolean): Record<string, unknown> {
  const { after: _position, ...asked } = request.query as Record<string, unknown>;
  const input = Object.assign(asked, request.params);
  const last = request.headers['last-event-id'];
  if (resumable && typeof last === 'string' && last !== '') input['lastEventId'] = last;
  return input;
}

/** The `etag` an answer names, or its revision. */
function etagOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('etag' in value && typeof value.etag === 'string') return quoted(value.etag);
  if ('revision' in value && typeof value.revision === 'number') return `"${value.revision}"`;
  return undefined;
}

/** An entity tag stands in quotes (RFC 9110 §8.8.3); as it is answered, so it is taken back by `If-Match`. */
function quoted(tag: string): string {
  return /^(W\/)?"/.test(tag) ? tag : `"${tag}"`;
}

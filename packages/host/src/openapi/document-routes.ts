import { publicJsonSchemaOf } from '@jiandu/contracts';
import type { ServiceIndex } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import { refuseByHost } from '../host-refusals.ts';
import type { ProblemAnswers } from '../http/answer-problem.ts';
import { RefusedRequest } from '../http/refused-request.ts';
import { REFERENCE_POLICY, referencePage } from '../reference/page.ts';
import { openApiDocument } from './document.ts';

export interface DocumentRouteParts {
  readonly index: Pick<ServiceIndex, 'services' | 'events'>;
  readonly problems: ProblemAnswers;
  readonly mode: string;
  readonly version?: string;
}

/**
 * The API described: `/openapi.json` for machines, `/docs` for people, `/problems` for every code of refusal, and the schema of
 * every event where the feed says it is.
 */
export function addDocumentRoutes(app: FastifyInstance, parts: DocumentRouteParts): void {
  const { index, problems, mode, version = '0.1.0' } = parts;
  const document = openApiDocument(index.services, { version, demo: mode !== 'production' });
  const json = JSON.stringify(document);
  const page = referencePage(document);
  const codes = [
    ...Object.entries(problems.register).map(([code, entry]) => ({ code, ...entry })),
    ...index.services.flatMap(({ name, refusals }) =>
      Object.entries(refusals).map(([code, entry]) => ({ code, service: name, ...entry })),
    ),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  const byCode = Map.groupBy(codes, (each) => each.code);

  app.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(json));
  app.get('/docs', (_request, reply) =>
    reply.header('content-security-policy', REFERENCE_POLICY).type('text/html; charset=utf-8').send(page),
  );
  app.get('/problems', () => ({ items: codes }));
  app.get<{ Params: { code: string } }>('/problems/:code', (request) => {
    const found = byCode.get(request.params.code);
    if (found === undefined) throw new RefusedRequest(refuseByHost('route.unknown'));
    return { items: found };
  });
  app.get<{ Params: { type: string; version: string } }>(
    '/v1/schemas/events/:type/:version',
    ({ params }, reply) => {
      const definition = index.events.get(params.type);
      if (definition === undefined || params.version !== String(definition.version))
        throw new RefusedRequest(refuseByHost('route.unknown'));
      return reply.type('application/schema+json; charset=utf-8').send(publicJsonSchemaOf(definition));
    },
  );
}

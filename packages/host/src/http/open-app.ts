import { randomUUID } from 'node:crypto';
import type { RefusalRegister } from '@jiandu/eventing';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ProblemAnswers } from './answer-problem.ts';
import type { Limits } from './app-parts.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { allowOrigins } from './cross-origin.ts';
import { isVisibleAscii } from './request-headers.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { answerUnknownRoute, knownRoutes } from './unknown-route.ts';

const LONGEST_REQUEST_ID = 128;
const LONGEST_ID_IN_PATH = 300;

export interface OpenAppParts {
  readonly log: Logger;
  readonly limits: Pick<Limits, 'bodyBytes' | 'requestMs'>;
  /** Codes that may be refused here, beside the host's own. */
  readonly refusals: RefusalRegister;
  readonly corsOrigins?: readonly string[];
  /** Whether whoever connects is the gateway, whose word on the caller's address is taken. */
  readonly behindGateway?: boolean;
}

export interface OpenApp {
  readonly app: FastifyInstance;
  readonly problems: ProblemAnswers;
  /** To be called when all routes are added: answers what no route takes. */
  complete(): void;
}

/** What all that serves HTTP here has in common, a service or the gateway: headers, problems, limits. No routes yet. */
export function openApp({
  log,
  limits,
  refusals,
  corsOrigins,
  behindGateway = false,
}: OpenAppParts): OpenApp {
  const problems = new ProblemAnswers(refusals, log, limits.bodyBytes);
  const app = fastify({
    // Its logger would make a child for every request; what is logged is logged here, without it.
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    routerOptions: { maxParamLength: LONGEST_ID_IN_PATH },
    requestIdHeader: false,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && isVisibleAscii(given, LONGEST_REQUEST_ID) ? given : randomUUID();
    },
    frameworkErrors: (error, request, reply) => void problems.fail(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    trustProxy: behindGateway ? (_address: string, hop: number) => hop === 0 : false,
  });
  app.removeContentTypeParser('text/plain');
  const known = knownRoutes(app);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    done();
  });
  if (log.isLevelEnabled('debug')) {
    app.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions, id } = request;
      const took = Math.round(reply.elapsedTime);
      log.debug(
        { method, route: routeOptions.url, status: reply.statusCode, ms: took, requestId: id },
        'request',
      );
      done();
    });
  }
  if (corsOrigins !== undefined) allowOrigins(app, corsOrigins);
  app.setErrorHandler((error, request, reply) => problems.fail(error, request, reply));
  return { app, problems, complete: () => answerUnknownRoute(app, problems, known) };
}

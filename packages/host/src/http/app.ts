import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { addDemoRoutes } from '../clock/demo-routes.ts';
import { addDocumentRoutes } from '../openapi/document-routes.ts';
import { addHealthRoutes } from '../operations/health.ts';
import { addInternalRoutes } from '../operations/internal-routes.ts';
import { Metrics } from '../operations/metrics.ts';
import { addOperationsRoutes } from '../operations/operations-routes.ts';
import { addSessionRoutes } from '../session/session-routes.ts';
import { ProblemAnswers } from './answer-problem.ts';
import { type AppParts, DEFAULT_LIMITS, type Limits } from './app-parts.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { addCommandRoutes } from './command-routes.ts';
import { allowOrigins } from './cross-origin.ts';
import { Identification } from './identification.ts';
import { addQueryRoutes } from './query-routes.ts';
import { RateLimiter } from './rate-limit.ts';
import type { OpenAnswers } from './raw-answer.ts';
import { isVisibleAscii } from './request-headers.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { answerUnknownRoute, knownRoutes } from './unknown-route.ts';

const LONGEST_REQUEST_ID = 128;
const LONGEST_ID_IN_PATH = 300;

/** Everything over HTTP that the services of a runtime declare, and what surrounds it. Not listening yet. */
export function buildApp(parts: AppParts): FastifyInstance {
  refuseDemoInProduction(parts);
  const { runtime, log } = parts;
  const limits: Limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const problems = new ProblemAnswers(runtime.index.refusals, log, limits.bodyBytes);
  const app = bareApp(limits, problems);
  const known = knownRoutes(app);
  const metrics = new Metrics(runtime, parts.apart);
  const limiter = new RateLimiter(limits.rate);
  const identification = new Identification({ runtime, sessions: parts.sessions, limiter });
  const open: OpenAnswers = new Set();

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
  if (parts.corsOrigins !== undefined) allowOrigins(app, parts.corsOrigins);
  app.setErrorHandler((error, request, reply) => problems.fail(error, request, reply));

  const shared = { ...parts, limits, problems, metrics, identification, limiter, open };
  addHealthRoutes(app, { ...shared, ...(parts.apart === undefined ? {} : { engines: parts.apart.engines }) });
  if (parts.apart !== undefined) addInternalRoutes(app, { runtime, relays: parts.apart.relays });
  addSessionRoutes(app, shared);
  addDemoRoutes(app, shared);
  addOperationsRoutes(app, shared);
  addDocumentRoutes(app, shared);
  addCommandRoutes(app, shared);
  addQueryRoutes(app, shared);
  answerUnknownRoute(app, problems, known);
  app.addHook('preClose', (done) => {
    for (const answer of open) answer.destroy();
    done();
  });
  app.addHook('onClose', (_app, done) => {
    metrics.stop();
    done();
  });
  return app;
}

function bareApp(limits: Limits, problems: ProblemAnswers): FastifyInstance {
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
  });
  app.removeContentTypeParser('text/plain');
  return app;
}

function refuseDemoInProduction({ mode, signIn, demoClock }: AppParts): void {
  if (mode !== 'production') return;
  if (signIn !== undefined) throw new Error('the demonstration sign-in is not for production');
  if (demoClock !== undefined) throw new Error('the demonstration clock is not for production');
}

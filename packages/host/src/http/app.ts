import type { FastifyInstance } from 'fastify';
import { addDemoRoutes } from '../clock/demo-routes.ts';
import { addDocumentRoutes } from '../openapi/document-routes.ts';
import { addHealthRoutes } from '../operations/health.ts';
import { addInternalRoutes } from '../operations/internal-routes.ts';
import { Metrics } from '../operations/metrics.ts';
import { addOperationsRoutes } from '../operations/operations-routes.ts';
import { addSessionRoutes } from '../session/session-routes.ts';
import { type AppParts, DEFAULT_LIMITS, type Limits } from './app-parts.ts';
import { addCommandRoutes } from './command-routes.ts';
import { Identification } from './identification.ts';
import { openApp } from './open-app.ts';
import { addQueryRoutes } from './query-routes.ts';
import { RateLimiter } from './rate-limit.ts';
import type { OpenAnswers } from './raw-answer.ts';

/** Everything over HTTP that the services of a runtime declare, and what surrounds it. Not listening yet. */
export function buildApp(parts: AppParts): FastifyInstance {
  refuseDemoInProduction(parts);
  const { runtime, log, corsOrigins, apart } = parts;
  const limits: Limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const { app, problems, complete } = openApp({
    log,
    limits,
    refusals: runtime.index.refusals,
    behindGateway: apart !== undefined,
    ...(corsOrigins === undefined ? {} : { corsOrigins }),
  });
  const metrics = new Metrics(runtime, apart);
  const limiter = new RateLimiter(limits.rate);
  const identification = new Identification({
    runtime,
    sessions: parts.sessions,
    limiter,
    onNotHeld: (person, notHeld) => {
      metrics.countNotHeld();
      log.warn({ person, notHeld }, 'session: the token names offices that the registry does not know');
    },
  });
  const open: OpenAnswers = new Set();

  const shared = { ...parts, limits, problems, metrics, identification, limiter, open };
  addHealthRoutes(app, { ...shared, ...(apart === undefined ? {} : { engines: apart.engines }) });
  if (apart !== undefined) addInternalRoutes(app, { runtime, ...apart });
  addSessionRoutes(app, shared);
  addDemoRoutes(app, shared);
  addOperationsRoutes(app, shared);
  addDocumentRoutes(app, { ...shared, index: runtime.index });
  addCommandRoutes(app, shared);
  addQueryRoutes(app, shared);
  complete();
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

function refuseDemoInProduction({ mode, signIn, demoClock }: AppParts): void {
  if (mode !== 'production') return;
  if (signIn !== undefined) throw new Error('the demonstration sign-in is not for production');
  if (demoClock !== undefined) throw new Error('the demonstration clock is not for production');
}

import { accessRefusals } from '@jiandu/access';
import { type Service, ServiceIndex, type Tracer } from '@jiandu/eventing';
import {
  addDocumentRoutes,
  DEFAULT_LIMITS,
  GatewayMetrics,
  type Limits,
  type Mode,
  openApp,
  type openLog,
  operationsOf,
} from '@jiandu/host';
import type { FastifyInstance } from 'fastify';
import { servicesApart } from './apart.ts';
import { addClockRoutes } from './clock-routes.ts';
import { addForwarding } from './forward.ts';
import { gatewayRefusals } from './gateway-refusals.ts';
import { addHealthRoutes } from './health-routes.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';
import { addOperationsRoutes } from './operations-routes.ts';
import { addServiceRoutes } from './service-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { Settlement } from './settlement.ts';

export interface GatewayParts {
  readonly services: readonly Service[];
  readonly addressOf: (service: string) => string;
  readonly mode: Mode;
  readonly log: ReturnType<typeof openLog>;
  readonly limits?: Partial<Omit<Limits, 'rate'>>;
  readonly corsOrigins?: readonly string[];
  readonly tracer?: Tracer;
}

/** The one public address of the distributed house; from outside it looks like the house in one process. Not listening yet. */
export async function buildGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { services, addressOf, mode, log, corsOrigins, tracer } = parts;
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const index = new ServiceIndex(services, { ...accessRefusals, ...gatewayRefusals });
  const { app, problems, complete } = openApp({
    log,
    limits,
    refusals: index.refusals,
    ...(corsOrigins === undefined ? {} : { corsOrigins }),
  });
  const traced = tracer === undefined ? {} : { tracer };
  const metrics = new GatewayMetrics();
  const neighbours = neighboursOf(services, addressOf);
  const byName: ReadonlyMap<string, Neighbour> = new Map(neighbours.map((each) => [each.name, each]));
  const settlement = new Settlement(servicesApart(neighbours), metrics.waited);
  const operations = operationsOf(services, mode !== 'production');
  const forward = await addForwarding(app, { problems, metrics, ...traced });
  const shared = { neighbours, forward, settlement };

  addHealthRoutes(app, { neighbours, metrics });
  addSessionRoutes(app, { ...shared, mode });
  if (mode !== 'production') addClockRoutes(app, shared);
  addOperationsRoutes(app, shared);
  addDocumentRoutes(app, { index, problems, mode });
  addServiceRoutes(app, { ...shared, ...traced, operations, neighbours: byName, afterMs: limits.afterMs });
  complete();
  return app;
}

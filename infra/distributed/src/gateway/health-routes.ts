import { type GatewayMetrics, serviceAnswers } from '@jiandu/host';
import type { FastifyInstance } from 'fastify';
import { ask } from './asking.ts';
import type { Neighbour } from './neighbours.ts';

export interface HealthRouteParts {
  readonly neighbours: readonly Neighbour[];
  readonly metrics: GatewayMetrics;
}

const PATIENCE_MS = 3_000;

/** Ready when every service is; each says itself what it waits for, and which engine it does without for the moment. */
export function addHealthRoutes(app: FastifyInstance, { neighbours, metrics }: HealthRouteParts): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const services = await Promise.all(neighbours.map(readinessOf));
    const ready = services.every(({ status }) => status === 'ready');
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'waiting',
      waitingFor: services.flatMap(({ service, waitingFor }) =>
        waitingFor.map((each) => `${service}: ${each}`),
      ),
      away: [...new Set(services.flatMap(({ away }) => away))],
      services: Object.fromEntries(services.map(({ service, ...standing }) => [service, standing])),
    });
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metrics.text();
    return reply.type(contentType).send(body);
  });
}

async function readinessOf(service: Neighbour) {
  const { name } = service;
  try {
    const { text } = await ask(service, { path: '/health/ready', withinMs: PATIENCE_MS });
    return { service: name, ...serviceAnswers.readiness.parse(JSON.parse(text)) };
  } catch {
    return { service: name, status: 'waiting' as const, waitingFor: ['service'], away: [] };
  }
}

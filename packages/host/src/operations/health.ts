import type { Runtime } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

export interface HealthParts {
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly waitingFor?: () => readonly string[];
}

const STORE_PATIENCE_MS = 2_000;

/**
 * `live`: the process answers. `ready`: the store answers, and views, policies and organisation have come at least as far as
 * the log stood at the start; later lag under load is a matter for metrics, not for taking the process out of service.
 */
export function addHealthRoutes(app: FastifyInstance, parts: HealthParts): void {
  const { runtime, metrics } = parts;
  let headAtStart: number | undefined;

  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const head = await headOf(runtime);
    headAtStart ??= head;
    const waitingFor = [
      ...(head === undefined ? ['store'] : []),
      ...(headAtStart === undefined ? [] : await behind(runtime, headAtStart)),
      ...(parts.waitingFor?.() ?? []),
    ];
    const ready = waitingFor.length === 0;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', waitingFor });
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metrics.text();
    return reply.type(contentType).send(body);
  });
}

async function headOf(runtime: Runtime): Promise<number | undefined> {
  const late = new Promise<undefined>((resolve) =>
    setTimeout(() => resolve(undefined), STORE_PATIENCE_MS).unref(),
  );
  return Promise.race([runtime.parts.store.head().catch(() => undefined), late]);
}

async function behind(runtime: Runtime, position: number): Promise<readonly string[]> {
  const views = runtime.views.filter((view) => view.position < position);
  const policies = await policiesBehind(runtime, position);
  const organised = await runtime.parts.organisation.reach(position, 0);
  return [
    ...views.map((view) => `view ${view.name}`),
    ...policies.map((service) => `policies of ${service}`),
    ...(organised ? [] : ['organisation']),
  ];
}

async function policiesBehind(runtime: Runtime, position: number): Promise<readonly string[]> {
  const standing = [...runtime.policies].map(async ([service, runner]) =>
    (await runner.reach(position, 0)) ? [] : [service],
  );
  return (await Promise.all(standing)).flat();
}

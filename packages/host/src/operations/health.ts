import type { Runtime } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import type { EngineWatch } from './engine-watch.ts';
import type { Metrics } from './metrics.ts';

export interface HealthParts {
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly waitingFor?: () => readonly string[];
  readonly engines?: EngineWatch;
}

const STORE_PATIENCE_MS = 2_000;

/**
 * `live`: the process answers. `ready`: the store answers, and views, policies and organisation have once come as far as the
 * log stood at the start; later lag under load is a matter for metrics, not for taking the process out of service. Nor is an
 * engine that commands do without: it stands in `away`, and the process stays in service.
 */
export function addHealthRoutes(app: FastifyInstance, parts: HealthParts): void {
  const { runtime, metrics, engines } = parts;
  let headAtStart: number | undefined;
  let caughtUp = false;

  const notYet = async (): Promise<readonly string[]> => {
    if (caughtUp || headAtStart === undefined) return [];
    const late = await behind(runtime, headAtStart);
    caughtUp = late.length === 0;
    return late;
  };

  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const head = await headOf(runtime);
    headAtStart ??= head;
    const waitingFor = [
      ...(head === undefined ? ['store'] : []),
      ...(await notYet()),
      ...(parts.waitingFor?.() ?? []),
    ];
    const ready = waitingFor.length === 0;
    const away = engines?.standings.filter(({ up }) => !up).map(({ name }) => name);
    const body = { status: ready ? 'ready' : 'waiting', waitingFor, ...(away === undefined ? {} : { away }) };
    return reply.code(ready ? 200 : 503).send(body);
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

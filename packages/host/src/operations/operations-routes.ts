import type { Runtime } from '@jiandu/eventing';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { refuseByHost } from '../host-refusals.ts';
import { errorTrace } from '../http/error-trace.ts';
import type { Identification } from '../http/identification.ts';
import { parsedBody } from '../http/parsed-body.ts';
import { RefusedRequest } from '../http/refused-request.ts';

export interface OperationsParts {
  readonly runtime: Runtime;
  readonly identification: Identification;
  readonly log: Logger;
}

/** What is parked under one key of one policy. */
export const rerunInput = z.strictObject({
  service: z.string().max(60).meta({ description: '服务 / Service' }),
  policy: z.string().max(100).meta({ description: '策略 / Policy' }),
  key: z.string().max(300).meta({ description: '事项编号或线索编号 / Matter number or lead id' }),
});

/** For the system administrator: what stands still and why, and setting it going again. */
export function addOperationsRoutes(
  app: FastifyInstance,
  { runtime, identification, log }: OperationsParts,
): void {
  const mayOperate = async (request: FastifyRequest) => {
    const { roles } = await identification.subjectOf(request);
    if (roles.some(({ role }) => role === 'sysadmin')) return;
    throw new RefusedRequest(refuseByHost('operations.sysadmin-only'));
  };

  app.get('/v1/operations/parked', async (request) => {
    await mayOperate(request);
    return { items: await runtime.parked() };
  });

  app.post('/v1/operations/parked/rerun', async (request) => {
    await mayOperate(request);
    const { service, policy, key } = parsedBody(rerunInput, request.body);
    return { handled: await runtime.rerun(service, policy, key) };
  });

  app.get('/v1/operations/views', async (request) => {
    await mayOperate(request);
    return { items: await Promise.all(runtime.views.map(standing)) };
  });

  app.post<{ Params: { view: string } }>('/v1/operations/views/:view/rebuild', async (request, reply) => {
    await mayOperate(request);
    const view = runtime.views.find((each) => each.name === request.params.view);
    if (view === undefined) throw new RefusedRequest(refuseByHost('operations.unknown-view'));
    if (view.building) throw new RefusedRequest(refuseByHost('operations.being-rebuilt'));
    const head = await runtime.parts.store.head();
    // A large view takes minutes: the answer says that it began, `GET …/views` how far it is.
    view.rebuild(head).catch((error: unknown) => {
      log.error({ view: view.name, error: errorTrace(error) }, 'rebuilding a view failed');
    });
    return reply.code(202).send({ view: view.name, upTo: head });
  });
}

async function standing(view: Runtime['views'][number]) {
  const { name, collectionName, position, building } = view;
  return { view: name, collection: collectionName, position, building, lag: await view.lag() };
}

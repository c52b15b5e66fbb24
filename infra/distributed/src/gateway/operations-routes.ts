import { rerunInput, serviceAnswers } from '@jiandu/host';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { askAll, onBehalfOf, relay } from './asking.ts';
import type { Forward } from './forward.ts';
import type { Neighbour } from './neighbours.ts';

export interface OperationsRouteParts {
  readonly neighbours: readonly Neighbour[];
  readonly forward: Forward;
}

const PATIENCE_MS = 10_000;

/** What stands still in any service, and setting it going again in the right one; each service looks who asks. */
export function addOperationsRoutes(
  app: FastifyInstance,
  { neighbours, forward }: OperationsRouteParts,
): void {
  const [first] = neighbours;
  if (first === undefined) return;
  /** Whoever names no service of the house is answered by the first one, as he would be by all. */
  const named = (name: string | undefined) => neighbours.find((each) => each.name === name) ?? first;

  for (const what of ['parked', 'views']) {
    app.get(`/v1/operations/${what}`, async (request, reply) => {
      const answers = await askAll(neighbours, {
        path: `/v1/operations/${what}`,
        headers: onBehalfOf(request),
        withinMs: PATIENCE_MS,
      });
      const refused = answers.find(({ status }) => status !== 200);
      if (refused !== undefined) return relay(reply, refused);
      return { items: answers.flatMap(({ text }) => serviceAnswers.list.parse(JSON.parse(text)).items) };
    });
  }
  app.post('/v1/operations/parked/rerun', (request, reply) =>
    forward(request, reply, named(serviceIn(request))),
  );
  app.post<{ Params: { view: string } }>('/v1/operations/views/:view/rebuild', (request, reply) =>
    forward(request, reply, named(request.params.view.split('.', 1)[0])),
  );
}

function serviceIn({ body }: FastifyRequest): string | undefined {
  try {
    return rerunInput.parse(JSON.parse(String(body))).service;
  } catch {
    return undefined;
  }
}

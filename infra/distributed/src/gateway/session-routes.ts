import type { Mode } from '@jiandu/host';
import type { FastifyInstance } from 'fastify';
import type { Forward } from './forward.ts';
import type { Neighbour } from './neighbours.ts';

export interface SessionRouteParts {
  readonly neighbours: readonly Neighbour[];
  readonly forward: Forward;
  readonly mode: Mode;
}

/** Who somebody is, and signing in where that is without a password: the registry answers, and all services take its tokens. */
export function addSessionRoutes(
  app: FastifyInstance,
  { neighbours, forward, mode }: SessionRouteParts,
): void {
  const registry = neighbours.find(({ name }) => name === 'registry');
  if (registry === undefined) throw new Error('nobody can sign in without the registry');
  app.get('/v1/session', (request, reply) => forward(request, reply, registry));
  if (mode === 'production') return;
  app.post('/v1/session', (request, reply) => forward(request, reply, registry));
  app.get('/v1/session/demo-staff', (request, reply) => forward(request, reply, registry));
}

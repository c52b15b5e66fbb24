import type { Relay, Runtime } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

export interface InternalParts {
  readonly runtime: Runtime;
  readonly relays: readonly Relay[];
}

const asked = z.object({
  position: z.coerce.number().int().min(0),
  within: z.coerce.number().int().min(0).max(60_000),
});

/**
 * For the gateway, which waits for what follows from a command in other services. It forwards nothing under `/internal`, and
 * a network policy keeps everybody else away; what is said here is positions, nothing of any matter.
 */
export function addInternalRoutes(app: FastifyInstance, { runtime, relays }: InternalParts): void {
  /** Whether everything this service recorded up to a position has been published. */
  app.get('/internal/published', async (request) => {
    const { position, within } = asked.parse(request.query);
    const reached = await Promise.all(relays.map((relay) => relay.progress.reach(position, within)));
    return { published: reached.every(Boolean) };
  });

  /** Whether the policies of this service have handled what has reached them, and the newest position they caused. */
  app.get('/internal/handled', async (request) => {
    const { position, within } = asked.parse(request.query);
    const runners = [...runtime.policies.values()];
    const reached = await Promise.all(runners.map((runner) => runner.reach(position, within)));
    const lastEffect = Math.max(0, ...runners.map((runner) => runner.lastEffect));
    return { handled: reached.every(Boolean), lastEffect };
  });
}

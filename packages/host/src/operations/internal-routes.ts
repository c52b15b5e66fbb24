import { type Position, type Relay, type Runtime, topicOf } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { EngineWatch } from './engine-watch.ts';

export interface InternalParts {
  readonly runtime: Runtime;
  readonly relays: readonly Relay[];
  readonly engines: Pick<EngineWatch, 'answers'>;
}

const asked = z.object({
  position: z.coerce.number().int().min(0),
  within: z.coerce.number().int().min(0).max(60_000),
});

/**
 * For the gateway, which waits for what follows from a command in other services. It forwards nothing under `/internal`, and
 * a network policy keeps everybody else away; what is said here is positions, nothing of any matter.
 *
 * `away` says that the broker does not answer: nothing is published then, and whether everything published has been handled
 * cannot be known, so nobody is kept waiting for it.
 */
export function addInternalRoutes(app: FastifyInstance, { runtime, relays, engines }: InternalParts): void {
  const topics = new Set(runtime.index.services.map(({ name }) => topicOf(name)));
  const own = relays.filter(({ topic }) => topics.has(topic));
  const away = () => !engines.answers('kafka');
  let before: Promise<Position> | undefined;

  /** What policies caused in an earlier life of this process lies at or before this. */
  const earlierEffects = () => {
    before ??= runtime.parts.store.head().catch((error: unknown) => {
      before = undefined;
      throw error;
    });
    return before;
  };

  /** The newest position of the record. */
  app.get('/internal/head', async () => ({ position: await runtime.parts.store.head() }));

  /** Whether everything this service recorded up to a position has been published for the others. */
  app.get('/internal/published', async (request) => {
    const { position, within } = asked.parse(request.query);
    const patience = away() ? 0 : within;
    const reached = await Promise.all(own.map((relay) => relay.progress.reach(position, patience)));
    return { published: reached.every(Boolean), away: away() };
  });

  /** Whether the policies of this service have handled what has reached them, and the newest position they caused. */
  app.get('/internal/handled', async (request) => {
    const { position, within } = asked.parse(request.query);
    const awayAtFirst = away();
    const earlier = await earlierEffects();
    const runners = [...runtime.policies.values()];
    const patience = awayAtFirst ? 0 : within;
    const reached = await Promise.all(runners.map((runner) => runner.reach(position, patience)));
    const lastEffect = Math.max(earlier, ...runners.map((runner) => runner.lastEffect));
    return { handled: reached.every(Boolean), lastEffect, away: awayAtFirst || away() };
  });
}

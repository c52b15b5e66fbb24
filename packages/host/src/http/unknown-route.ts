import type { FastifyInstance } from 'fastify';
import { refuseByHost } from '../host-refusals.ts';
import type { ProblemAnswers } from './answer-problem.ts';

interface Known {
  readonly methods: Set<string>;
  readonly segments: readonly string[];
}

/** Watches which routes are added; call it before the first one. */
export function knownRoutes(app: FastifyInstance): Map<string, Known> {
  const known = new Map<string, Known>();
  app.addHook('onRoute', ({ method, path }) => {
    const entry = known.get(path) ?? { methods: new Set(), segments: path.split('/') };
    for (const each of [method].flat()) entry.methods.add(each);
    known.set(path, entry);
  });
  return known;
}

/** Tells an address that does not exist from one that takes other methods. */
export function answerUnknownRoute(
  app: FastifyInstance,
  problems: ProblemAnswers,
  known: ReadonlyMap<string, Known>,
): void {
  app.setNotFoundHandler((request, reply) => {
    const segments = (request.url.split('?', 1)[0] ?? '').split('/');
    const methods = [...known.values()]
      .filter((each) => matches(each.segments, segments))
      .flatMap((each) => [...each.methods]);
    if (methods.length === 0) return problems.refuse(reply, refuseByHost('route.unknown'));
    const allow = [...new Set(methods)].sort().join(', ');
    return problems.refuse(reply.header('allow', allow), refuseByHost('route.method', { allow }));
  });
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, place) => part.startsWith(':') || part === segments[place])
  );
}

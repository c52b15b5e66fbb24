import type { Tracer } from '@jiandu/eventing';
import { type Operation, tracedRoute, UNSETTLED_HEADER } from '@jiandu/host';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Forward } from './forward.ts';
import type { Neighbour } from './neighbours.ts';
import type { Settlement } from './settlement.ts';

export interface ServiceRouteParts {
  readonly operations: readonly Operation[];
  readonly neighbours: ReadonlyMap<string, Neighbour>;
  readonly forward: Forward;
  readonly settlement: Settlement;
  /** Milliseconds that `?after=` waits at most. */
  readonly afterMs: number;
  readonly tracer?: Tracer;
}

/** Every command and query goes to its service, when all that follows from its `after` has been done in all services. */
export function addServiceRoutes(app: FastifyInstance, parts: ServiceRouteParts): void {
  for (const { kind, method, path, tag } of parts.operations) {
    if (kind === 'host') continue;
    const to = parts.neighbours.get(tag);
    if (to === undefined) throw new Error(`no service answers ${path}`);
    app.route({
      method: method.toUpperCase(),
      url: path,
      handler: tracedRoute(parts.tracer, `gateway ${method.toUpperCase()} ${path}`, (request, reply, trace) =>
        passOn(request, reply, { to, trace }, parts),
      ),
    });
  }
}

/**
 * While a service or the broker is away, what follows from `after` elsewhere cannot come: a query whose answer would lack it is
 * refused by its service, which looks first who asks. A command is let through: its service decides by what it has recorded
 * itself.
 */
async function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { to, trace }: { readonly to: Neighbour; readonly trace: string | undefined },
  { forward, settlement, afterMs }: ServiceRouteParts,
): Promise<FastifyReply> {
  const traced = trace === undefined ? {} : { trace };
  const after = afterOf(request);
  // Nobody waits who has not said who he is: the service refuses him.
  if (after === undefined || request.headers.authorization === undefined)
    return forward(request, reply, to, traced);
  const settled = await settlement.settle(after, afterMs);
  if (settled.settled)
    return forward(request, reply, to, { ...traced, query: withAfter(request.url, settled.upTo) });
  if (settled.why === 'away' && request.method === 'POST') return forward(request, reply, to, traced);
  return forward(request, reply, to, { ...traced, headers: { [UNSETTLED_HEADER]: String(after) } });
}

/** The position in the query string; one that is malformed is the service's to refuse. */
function afterOf({ query }: FastifyRequest): number | undefined {
  const after = (query as { after?: unknown } | undefined)?.after;
  return typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : undefined;
}

/** The query string with another position; all else stays as it was written. */
function withAfter(url: string, position: number): string {
  return url
    .slice(url.indexOf('?') + 1)
    .split('&')
    .map((piece) =>
      decodeURIComponent(piece.split('=', 1)[0] ?? '') === 'after' ? `after=${position}` : piece,
    )
    .join('&');
}

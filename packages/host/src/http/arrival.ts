import { type Runtime, refuseByKernel } from '@jiandu/eventing';
import type { FastifyRequest } from 'fastify';
import { accepted, RefusedRequest } from './refused-request.ts';
import { afterPosition } from './request-headers.ts';

/** Set by the gateway, where services run apart: what follows from `after` in other services is still missing. */
export const UNSETTLED_HEADER = 'jiandu-unsettled';

/** Waits until everything that follows from the `after` of a query string has arrived, or refuses with `view.behind`. */
export async function awaitArrival(
  runtime: Runtime,
  { query, headers }: Pick<FastifyRequest, 'query' | 'headers'>,
  withinMs: number,
): Promise<void> {
  const after = accepted(afterPosition(query));
  if (after === undefined) return;
  if (headers[UNSETTLED_HEADER] === undefined && (await runtime.settled(after, withinMs))) return;
  throw new RefusedRequest(refuseByKernel('view.behind', { at: completeTo(runtime), wanted: after }));
}

/** Position up to which an answer is complete; without views the minimum over nothing is no position. */
export function completeTo(runtime: Runtime): number {
  const position = runtime.completeTo();
  return Number.isFinite(position) ? position : 0;
}

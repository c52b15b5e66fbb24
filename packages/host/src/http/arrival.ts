import { type Runtime, refuseByKernel } from '@jiandu/eventing';
import { accepted, RefusedRequest } from './refused-request.ts';
import { afterPosition } from './request-headers.ts';

/** Waits until everything that follows from the `after` of a query string has arrived, or refuses with `view.behind`. */
export async function awaitArrival(runtime: Runtime, query: unknown, withinMs: number): Promise<void> {
  const after = accepted(afterPosition(query));
  if (after === undefined || (await runtime.settled(after, withinMs))) return;
  throw new RefusedRequest(refuseByKernel('view.behind', { at: completeTo(runtime), wanted: after }));
}

/** Position up to which an answer is complete; without views the minimum over nothing is no position. */
export function completeTo(runtime: Runtime): number {
  const position = runtime.completeTo();
  return Number.isFinite(position) ? position : 0;
}

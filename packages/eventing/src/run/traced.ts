import type { Recorded } from '../ports/event.ts';
import type { Tracer, Work } from '../ports/tracer.ts';

/** A larger batch is catching up: nobody follows single events through it. */
const LARGEST_BATCH = 32;

/** Does a piece of work once, and tells of it in the trace of every event that it is done for. */
export function tracedFor<T>(
  tracer: Tracer | undefined,
  work: Omit<Work<T>, 'traceparent'>,
  events: readonly Recorded[],
  run: () => Promise<T>,
): Promise<T> {
  if (tracer === undefined || events.length > LARGEST_BATCH) return run();
  const traces = new Set(events.flatMap(({ metadata }) => metadata.traceparent ?? []));
  let told = run;
  for (const traceparent of traces) {
    const within = told;
    told = () => tracer({ ...work, traceparent }, within);
  }
  return told();
}

import { isRefusal, parseInput } from '@jiandu/eventing';
import type { z } from 'zod';
import { RefusedRequest } from './refused-request.ts';

/** The body of one of the host's own routes, parsed; a wrong one is refused like a command's. */
export function parsedBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = parseInput(schema, body ?? {});
  if (isRefusal(parsed)) throw new RefusedRequest(parsed);
  return parsed.value;
}

import type { z } from 'zod';
import { reporting } from '../src/index.ts';

/** The schema by which a query says it answers. */
export function outputOf(name: string): z.ZodType {
  const query = reporting.queries.find((each) => each.name === name);
  if (query === undefined) throw new Error(`there is no query ${name}`);
  return query.output;
}

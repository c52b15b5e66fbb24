import type { z } from 'zod';
import type { Refusal } from '../declare/refusal.ts';
import { refuseByKernel } from './kernel-refusals.ts';

/** Parses input once, at the edge; every wrong field is named, no value is repeated. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): { value: z.output<S> } | Refusal {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { value: parsed.data };
  const issues = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
  }));
  const field = issues[0]?.field ?? '';
  return { ...refuseByKernel('input.invalid', { field }), issues };
}

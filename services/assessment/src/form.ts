import type { GradeScheme } from '@jiandu/catalogue';
import type { Refusal } from '@jiandu/eventing';
import { refuse } from './refusals.ts';

/** Refuses a form whose parts are not those of the scheme, each once. */
export function refuseParts(
  scheme: GradeScheme,
  parts: readonly string[],
  field: string,
): Refusal | undefined {
  const known = new Set(scheme.questions.map((each) => each.code));
  const unknown = parts.find((part) => !known.has(part));
  if (unknown !== undefined) return refuse('form.part-unknown', { part: unknown, field });
  const twice = parts.find((part, place) => parts.indexOf(part) < place);
  if (twice !== undefined) return refuse('form.part-twice', { part: twice, field });
  const missing = [...known].find((part) => !parts.includes(part));
  return missing === undefined ? undefined : refuse('form.part-missing', { part: missing, field });
}

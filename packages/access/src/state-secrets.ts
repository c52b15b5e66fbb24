import type { Refusal } from '@jiandu/eventing';
import { refuseAccess } from './refusals.ts';

/** Words that are a classification wherever they stand alone, and those that are one only where a label is asked for. */
const LABELS = new Set([
  'state_secret',
  'state secret',
  'top_secret',
  'top secret',
  '国家秘密',
  '绝密',
  '机密',
  '秘密',
]);
const LABELS_IN_A_LABEL_FIELD = new Set(['secret', 'confidential', 'classified']);
const LABEL_FIELD = /secrecy|classification|label|密级/i;

/** The marking that every classified document bears, such as 机密★20年 (保密法 §17 and its regulation). */
const MARKING = /(绝密|机密|秘密)\s*[★☆✩✭*]/u;

function isMarked(text: string, field: string): boolean {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (LABELS.has(plain) || MARKING.test(text)) return true;
  return LABEL_FIELD.test(field) && LABELS_IN_A_LABEL_FIELD.has(plain);
}

/**
 * Looks through raw input for anything that is labelled or marked as a state secret, before the input is parsed,
 * decided on, stored or logged. The refusal repeats nothing of what was found, not even where.
 */
export function refuseStateSecrets(input: unknown): Refusal | undefined {
  // A list of what is still to be looked at, not recursion: input may be nested as deeply as its size allows.
  const waiting: { readonly value: unknown; readonly field: string }[] = [{ value: input, field: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, field } = next;
    if (typeof value === 'string') {
      if (isMarked(value, field)) return refuseAccess('secrecy.state-secret');
    } else if (Array.isArray(value)) {
      for (const each of value) waiting.push({ value: each, field });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        if (isMarked(name, '')) return refuseAccess('secrecy.state-secret');
        waiting.push({ value: each, field: name });
      }
    }
  }
  return undefined;
}

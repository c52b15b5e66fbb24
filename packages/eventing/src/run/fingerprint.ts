import { createHmac } from 'node:crypto';
import { canonicalJson, contentHash } from '../ids.ts';
import type { KeyRing, SubjectKey } from '../ports/key-ring.ts';

/**
 * Fingerprint of a command's input, by which a repetition is recognised. Where the input held personal data it is keyed with
 * their subject's key: a bare hash of a telephone number could be guessed back after the key is destroyed.
 */
export function fingerprint(input: unknown, key: SubjectKey | undefined): string {
  if (key === undefined) return contentHash(input);
  const mac = createHmac('sha256', key.bytes).update(canonicalJson(input)).digest('hex');
  return `${key.id}:${mac}`;
}

/** Whether an input is the one behind a recorded fingerprint; never, once its key is destroyed. */
export async function matchesFingerprint(recorded: string, input: unknown, keys: KeyRing): Promise<boolean> {
  const colon = recorded.lastIndexOf(':');
  if (colon < 0) return recorded === contentHash(input);
  const key = await keys.find(recorded.slice(0, colon));
  return key !== undefined && recorded === fingerprint(input, key);
}

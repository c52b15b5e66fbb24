import type { KeyRing } from '@jiandu/eventing';
import { sealingKeys } from '@jiandu/eventing';
import { broken, type Finding } from './finding.ts';
import type { LogRow } from './log-file.ts';

/** Every key under which the log holds personal data is in the ring, and belongs to one stream alone. */
export async function checkKeys(rows: readonly LogRow[], keys: KeyRing): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const owner = new Map<string, string>();
  for (const { data, stream, position } of rows) {
    for (const id of sealingKeys(data)) {
      const before = owner.get(id);
      if (before === undefined) {
        owner.set(id, stream);
        if ((await keys.find(id)) === undefined)
          found.push(broken('key.missing', `${id} of ${stream} at ${position}`));
      } else if (before !== stream) {
        found.push(broken('key.shared', `${id} of ${before} and of ${stream}`));
      }
    }
  }
  return found;
}

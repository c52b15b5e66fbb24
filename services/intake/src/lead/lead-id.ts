import { type Birth, contentHash } from '@jiandu/eventing';

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters that depend on the command alone: a repeated command finds its own lead. */
function mark(commandId: string): string {
  const bits = BigInt(`0x${contentHash(commandId).slice(0, 10)}`);
  return Array.from(
    { length: 8 },
    (_, place) => BASE32[Number((bits >> BigInt(5 * (7 - place))) & 31n)],
  ).join('');
}

/** `L-630103-2025-7K3M9Q2X`. */
export function leadIdOf({ commandId, input, today }: Birth): string {
  return `L-${(input as { unit: string }).unit}-${today.slice(0, 4)}-${mark(commandId)}`;
}

import { type Birth, contentHash } from '@jiandu/eventing';

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters that depend on the command alone: a repeated command finds its own lead. */
function mark(commandId: string): string {
  const hash = contentHash(commandId);
  return [0, 5].map((from) => fourSigns(Number.parseInt(hash.slice(from, from + 5), 16))).join('');
}

function fourSigns(bits: number): string {
  return [15, 10, 5, 0].map((shift) => BASE32[(bits >> shift) & 31]).join('');
}

/** `L-630103-2025-7K3M9Q2X`. */
export function leadIdOf({ commandId, input, today }: Birth): string {
  return `L-${(input as { unit: string }).unit}-${today.slice(0, 4)}-${mark(commandId)}`;
}

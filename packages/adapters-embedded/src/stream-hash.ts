import type { StreamId } from '@jiandu/eventing';

/**
 * 53 bits of a stream's name (cyrb53). Not for secrecy, and two names may share a hash: whoever uses it compares the
 * names as well.
 */
export function streamHash(stream: StreamId): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < stream.length; index++) {
    const unit = stream.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

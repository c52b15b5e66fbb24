const BUCKETS = 256;

function bucketOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) hash = (hash * 31 + key.charCodeAt(index)) | 0;
  return hash & (BUCKETS - 1);
}

type Bucket<V> = ReadonlyMap<string, V>;
const NOTHING: Bucket<never> = new Map<string, never>();

/** A map that never changes: `with` gives another one that shares all but one bucket with it. */
export class ImmutableMap<V> {
  readonly #buckets: readonly Bucket<V>[];

  constructor(buckets: readonly Bucket<V>[] = Array.from({ length: BUCKETS }, () => NOTHING)) {
    this.#buckets = buckets;
  }

  get(key: string): V | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  with(key: string, value: V): ImmutableMap<V> {
    const place = bucketOf(key);
    return new ImmutableMap(this.#buckets.with(place, new Map(this.#buckets[place]).set(key, value)));
  }
}

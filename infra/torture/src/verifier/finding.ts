/** A promise that was broken, and where. */
export interface Finding {
  /** Name of the promise, stable, e.g. `command.doubled`. */
  readonly promise: string;
  readonly where: string;
}

export function broken(promise: string, where: string): Finding {
  return { promise, where };
}

/** Values under their keys, in order. */
export function grouped<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

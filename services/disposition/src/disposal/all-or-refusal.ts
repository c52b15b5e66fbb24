import type { Refusal } from '@jiandu/eventing';
import { isRefusal } from '@jiandu/eventing';

/** The list when nothing in it is a refusal; otherwise the first refusal. */
export function allOrRefusal<T>(list: readonly (T | Refusal)[]): readonly T[] | Refusal {
  const found: T[] = [];
  for (const each of list) {
    if (isRefusal(each)) return each;
    found.push(each);
  }
  return found;
}

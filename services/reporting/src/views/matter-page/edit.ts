import type { Envelope } from '@jiandu/eventing';
import type { MatterPage } from './shape.ts';

/** What one type of event changes on a page, beside status and clocks, which follow by themselves. */
export type Edit = (page: MatterPage, event: Envelope) => Partial<MatterPage>;

/** Types one edit: `edit<FilingApproved['data']>((page, data, event) => ({ … }))`. */
export function edit<D>(change: (page: MatterPage, data: D, event: Envelope) => Partial<MatterPage>): Edit {
  return (page, event) => change(page, event.data as D, event);
}

/** The list with one entry changed, found by its reference; unknown references change nothing. */
export function changed<T, K extends keyof T>(
  list: readonly T[],
  field: K,
  wanted: readonly T[K][],
  change: (entry: T) => Partial<T>,
): readonly T[] {
  return list.map((entry) => (wanted.includes(entry[field]) ? { ...entry, ...change(entry) } : entry));
}

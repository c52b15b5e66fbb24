import type { PublicApi } from './api.ts';

type Json = Readonly<Record<string, unknown>>;

/** An event as the auditor's history shows it. */
export interface SeenEvent {
  readonly type: string;
  readonly position: number;
  readonly occurredOn: string;
  readonly actor: { readonly name: string; readonly unit: string; readonly role: string };
}

/** A clock as the matter page or the lead shows it. */
export interface SeenClock {
  readonly clock: string;
  readonly subject: string;
  readonly due: string;
  readonly status: string;
}

/** What the outside sees of a matter (of its lead, before there is a matter). */
export interface Seen {
  readonly status: string;
  readonly clocks: readonly SeenClock[];
  readonly events: readonly SeenEvent[];
  readonly page: Json;
}

/** Looks at a matter through the public API: the page and the auditor's history. */
export async function observeMatter(api: PublicApi, reader: string, matter: string): Promise<Seen> {
  const address = `/v1/reporting/matters/${encodeURIComponent(matter)}`;
  const page = await api.ask(reader, address);
  const history = await api.ask(reader, `${address}/history`);
  return {
    status: String(page.status),
    clocks: page.clocks as readonly SeenClock[],
    events: (history.events ?? history.items) as readonly SeenEvent[],
    page,
  };
}

/** Looks at a lead that has no matter yet. */
export async function observeLead(api: PublicApi, reader: string, lead: string): Promise<Seen> {
  const page = await api.ask(reader, `/v1/intake/leads/${encodeURIComponent(lead)}`);
  return {
    status: String(page.status),
    clocks: (page.clocks ?? []) as readonly SeenClock[],
    events: [],
    page,
  };
}

/** The value at a dotted path. */
export function valueAt(page: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Json | undefined | null)?.[name], page);
}

import { type Recorded, upcast } from '@jiandu/eventing';
import { eventDefinition } from './house-events.ts';

/** Labels of what the matrix opens to those who read a whole province; the others are for persons named one by one. */
const OPEN_LABELS: readonly string[] = ['public', 'internal'];

/**
 * Whether a label lets something go to analysts on `jiandu.open.v1` (DOMAIN §4.5). Work secrets need a named person and a
 * reason, restricted things an access list: a topic asks nobody for either. A label nobody knows stays in.
 */
export function mayLeaveTheHouse(secrecy: string): boolean {
  return OPEN_LABELS.includes(secrecy);
}

/**
 * Events that stay in whatever their label. Those of the number series name a matter whose label their stream does not know;
 * the matter's own events say the same. Who looked at a reporter, and why, is a work secret as the reporter is; of what is
 * kept offline nobody outside is told (DOMAIN §4.5).
 */
export const KEPT_IN: ReadonlySet<string> = new Set([
  'NumberVoided',
  'InstrumentNumbered',
  'ReporterOpened',
  'LeadKeptOffline',
]);

/**
 * Fields of the inner volume by event: deliberation and votes, which stay with those who decide (S7 §27;
 * DOMAIN §4.2, inner volume; §4.5, work secrets).
 */
export const INNER_VOLUME: Readonly<Record<string, readonly string[]>> = {
  JointConferenceHeld: ['inFavour', 'against', 'question', 'advice', 'attendees'],
  DecisionMade: ['vote'],
};

/** What an event may say of the secrecy of the thing it is about. */
interface Said {
  readonly secrecy?: string;
  readonly profile?: { readonly secrecy?: string };
}

/** Whether an event goes to analysts: every label it carries lets it, and nothing keeps it in. */
export function isOpen({ type, metadata, data }: Recorded): boolean {
  const { secrecy, profile }: Said = data;
  const labels = [metadata.secrecy, secrecy, profile?.secrecy].filter((label) => label !== undefined);
  return !KEPT_IN.has(type) && labels.every(mayLeaveTheHouse);
}

/** An open event as analysts get it: at its newest version, without the inner volume. Personal fields fall in the envelope. */
export function forAnalysts(event: Recorded): Recorded {
  const inner = INNER_VOLUME[event.type];
  const definition = eventDefinition(event.type);
  if (inner === undefined || definition === undefined) return event;
  const lifted = upcast(definition, event.version, event.data);
  const data = Object.fromEntries(Object.entries(lifted).filter(([field]) => !inner.includes(field)));
  return { ...event, version: definition.version, data };
}

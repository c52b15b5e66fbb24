import type { ClockEvent } from '@jiandu/clocks';
import type { DeadlineMissed } from '@jiandu/contracts';
import type { Envelope } from '@jiandu/eventing';

/** An event as the clocks read it; a timer's word that a clock passed counts from the first overdue day. */
export function clockEventOf(event: Envelope): ClockEvent {
  const { type, data, metadata } = event;
  if (type !== 'DeadlineMissed') return { type, data, occurredOn: metadata.occurredOn };
  const { clock, subject, since } = data as DeadlineMissed['data'];
  return { type, data: { clocksMissed: [{ clock, subject }] }, occurredOn: since };
}

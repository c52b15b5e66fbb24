import type { NewEvent } from '@jiandu/eventing';

/** An event with a fresh id. */
export function eventOf(data: NewEvent['data'] = {}): NewEvent {
  const id = crypto.randomUUID();
  return {
    id,
    type: 'SampleRecorded',
    version: 1,
    data,
    metadata: {
      actor: { person: 'P-1', name: '才让卓玛', role: 'handler', unit: '630000' },
      occurredOn: '2026-03-02',
      recordedAt: '2026-03-02T01:02:03.004Z',
      key: 'K-1',
      unit: '630000',
      secrecy: 'internal',
      commandId: id,
      commandHash: '0'.repeat(64),
      command: 'test.recordSample',
      correlationId: id,
      catalogueVersion: '1',
    },
  };
}

export function freshStream(category = 'test.matter'): string {
  return `${category}-${crypto.randomUUID()}`;
}

export function idsOf(events: readonly { readonly id: string }[]): string[] {
  return events.map(({ id }) => id);
}

import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@jiandu/eventing';

/** An event of about 500 bytes with a fresh id. */
export function sampleEvent(data: NewEvent['data'] = {}): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'LeadRegistered',
    version: 1,
    data,
    metadata: {
      actor: { person: 'P-1', name: '才让卓玛', role: 'handler', unit: '630000' },
      occurredOn: '2026-03-02',
      recordedAt: '2026-03-02T01:02:03.004Z',
      key: 'L-1',
      unit: '630000',
      secrecy: 'internal',
      commandId: id,
      commandHash: '0'.repeat(64),
      command: 'intake.registerLead',
      correlationId: id,
      catalogueVersion: '1',
    },
  };
}

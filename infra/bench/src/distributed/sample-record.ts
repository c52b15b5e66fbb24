import { randomUUID } from 'node:crypto';
import { leadRegistered } from '@jiandu/contracts';
import type { NewEvent, Recorded } from '@jiandu/eventing';
import { SAMPLE_CLERK, SAMPLE_UNIT, sampleLead } from '../commands/sample-lead.ts';

/** An event of ordinary size, as intake records it. */
export function leadEvent(lead: string): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: leadRegistered.type,
    version: leadRegistered.version,
    data: { lead, ...sampleLead },
    metadata: {
      actor: { person: SAMPLE_CLERK, name: '丁某', role: 'prosecutor', unit: SAMPLE_UNIT },
      occurredOn: '2026-03-02',
      recordedAt: '2026-03-02T01:02:03.004Z',
      key: lead,
      unit: SAMPLE_UNIT,
      secrecy: 'internal',
      commandId: id,
      commandHash: '0'.repeat(64),
      command: 'intake.registerLead',
      correlationId: id,
      catalogueVersion: '2026.1',
    },
  };
}

/** The same as the record gives it back. */
export function recordedLead(number: number): Recorded {
  const lead = `L-${number}`;
  return { ...leadEvent(lead), stream: `intake.lead-${lead}`, revision: 0, position: number + 1 };
}

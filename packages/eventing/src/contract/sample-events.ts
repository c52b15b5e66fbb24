import { randomUUID } from 'node:crypto';
import type { NewEvent, Recorded, StreamId } from '../ports/event.ts';

/** A service name nobody used before, so that suites can run against a shared server. */
export function freshService(): string {
  return `c${randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** A category nobody used before. */
export function freshCategory(): string {
  return `${freshService()}.matter`;
}

/** A stream nobody used before. */
export function freshStream(category: string = freshCategory()): StreamId {
  return `${category}-${randomUUID()}`;
}

/** An event with a fresh id. */
export function sampleEvent(data: NewEvent['data'] = {}, key = 'K-1'): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'SampleRecorded',
    version: 1,
    data,
    metadata: {
      actor: { person: 'P-1', name: '才让卓玛', role: 'handler', unit: '630000' },
      occurredOn: '2026-03-02',
      recordedAt: '2026-03-02T01:02:03.004Z',
      key,
      unit: '630000',
      secrecy: 'internal',
      commandId: id,
      commandHash: '0'.repeat(64),
      command: 'contract.recordSample',
      correlationId: id,
      catalogueVersion: '1',
    },
  };
}

/** Events numbered from 0 in `data.number`. */
export function sampleEvents(count: number, key?: string): NewEvent[] {
  return Array.from({ length: count }, (_, number) => sampleEvent({ number }, key));
}

export function idsOf(events: readonly Pick<Recorded, 'id'>[]): string[] {
  return events.map(({ id }) => id);
}

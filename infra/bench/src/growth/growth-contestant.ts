import { join } from 'node:path';
import { openEventStore } from '@jiandu/adapters-embedded';
import type { NewEvent } from '@jiandu/eventing';
import { onStage } from '../contestant/stage.ts';

/** How many events the log is to hold before anything is measured. */
export interface GrowthParameters {
  readonly directory: string;
  readonly events: number;
}

const FILLERS = 64;
const METADATA = {
  actor: { person: 'P-630103-ding', name: '丁某', role: 'lead_clerk', unit: '630103' },
  occurredOn: '2025-03-03',
  recordedAt: '2025-03-03T02:00:00.000Z',
  key: 'L-1',
  unit: '630103',
  secrecy: 'internal',
  commandHash: '0',
  command: 'intake.registerLead',
  correlationId: 'bench',
  catalogueVersion: '2026.1',
} as const;

function event(): NewEvent {
  const id = crypto.randomUUID();
  return {
    id,
    type: 'LeadRegistered',
    version: 2,
    data: { title: '线索' },
    metadata: { ...METADATA, commandId: id },
  };
}

/** Appends to new streams of a log that holds so many events already. */
onStage<GrowthParameters>(async ({ directory, events }) => {
  const store = openEventStore({ file: join(directory, `log-${events}.db`) });
  let made = 0;
  const once = async () => {
    made += 1;
    const appended = await store.append(`intake.lead-${made}`, [event()], 'none');
    if (!appended.ok) throw new Error('a new stream was not new');
  };
  await Promise.all(
    Array.from({ length: FILLERS }, async () => {
      while (made < events) await once();
    }),
  );
  return { performer: { once, close: () => store.close() } };
});

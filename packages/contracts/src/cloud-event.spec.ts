import type { Recorded } from '@jiandu/eventing';
import { expect, test } from 'vitest';
import { leadRegistered, toCloudEvent } from './index.ts';

const recorded: Recorded = {
  id: '7f1c0a52-6d0e-8b8a-9d0c-0f5b9a3c1e11',
  type: 'LeadRegistered',
  version: 1,
  stream: 'intake.lead-L-630202-2024-4QF7K2MA',
  revision: 0,
  position: 17,
  data: {
    title: '讯问未录音录像',
    body: '乐都公安分局',
    statement: 'canary',
    reporter: { kind: 'citizen', name: 'canary' },
  },
  metadata: {
    actor: { person: 'P-630202-ye', name: '冶某', role: 'prosecutor', unit: '630202' },
    occurredOn: '2024-11-18',
    recordedAt: '2024-11-18T03:00:00.000Z',
    reason: 'canary',
    key: 'L-630202-2024-4QF7K2MA',
    unit: '630202',
    secrecy: 'internal',
    commandId: 'c-1',
    commandHash: '0',
    command: 'intake.registerLead',
    correlationId: 'k-1',
    catalogueVersion: '2026.1',
  },
};

test('a recorded event leaves as CloudEvents 1.0: lifted, public, ordered by its matter', () => {
  expect(toCloudEvent(recorded, leadRegistered)).toEqual({
    specversion: '1.0',
    id: recorded.id,
    source: 'urn:jiandu:intake:lead',
    type: 'jiandu.intake.lead.LeadRegistered.v2',
    subject: 'L-630202-2024-4QF7K2MA',
    time: '2024-11-18T03:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/v1/schemas/events/LeadRegistered/2',
    partitionkey: 'L-630202-2024-4QF7K2MA',
    position: '17',
    revision: 0,
    occurredon: '2024-11-18',
    unit: '630202',
    secrecy: 'internal',
    actor: 'P-630202-ye',
    actorname: '冶某',
    actorrole: 'prosecutor',
    actorunit: '630202',
    command: 'intake.registerLead',
    correlationid: 'k-1',
    catalogueversion: '2026.1',
    data: {
      title: '讯问未录音录像',
      supervisedBody: { name: '乐都公安分局', kind: 'other' },
      reporter: { kind: 'citizen' },
    },
  });
});

test('attribute names are lower-case letters and digits, as CloudEvents 1.0 asks', () => {
  for (const name of Object.keys(toCloudEvent(recorded, leadRegistered)))
    expect(name).toMatch(/^[a-z0-9]{1,20}$/);
});

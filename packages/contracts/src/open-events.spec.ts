import { readFileSync } from 'node:fs';
import type { Recorded } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import {
  eventDefinition,
  forAnalysts,
  INNER_VOLUME,
  isOpen,
  mayLeaveTheHouse,
  publicJsonSchemaOf,
  secrecyLabel,
} from './index.ts';

function event(type: string, data: object = {}, secrecy = 'internal'): Recorded {
  const metadata = {
    actor: { person: 'P-1', name: '冶某', role: 'prosecutor', unit: '630202' },
    occurredOn: '2025-03-03',
    recordedAt: '2025-03-03T01:30:00.000Z',
    key: 'IAS-630202-2025-00010',
    unit: '630202',
    secrecy,
    commandId: '',
    commandHash: '',
    command: 'intake.x',
    correlationId: 'k',
    catalogueVersion: '2026.1',
  };
  return {
    id: 'e',
    type,
    version: 1,
    stream: 'intake.x-1',
    revision: 0,
    position: 1,
    data: { ...data },
    metadata,
  };
}

function sample(type: string): object {
  return JSON.parse(readFileSync(new URL(`../corpus/${type}.v1.json`, import.meta.url), 'utf8'));
}

describe('what goes to analysts (DOMAIN §4.5)', () => {
  test('public and internal things; work secrets and restricted things are for persons who are named', () => {
    expect(secrecyLabel.options.filter(mayLeaveTheHouse)).toEqual(['public', 'internal']);
  });

  test.each(['state_secret', '', 'Public', 'toString'])('a label %j that nobody knows stays in', (label) => {
    expect(mayLeaveTheHouse(label)).toBe(false);
  });

  test('every label that an event carries must let it', () => {
    expect(isOpen(event('MatterAccepted', { profile: { secrecy: 'internal' } }))).toBe(true);
    expect(isOpen(event('MatterAccepted', { profile: { secrecy: 'internal' } }, 'restricted'))).toBe(false);
    expect(isOpen(event('LeadRegistered', { secrecy: 'work_secret' }))).toBe(false);
  });

  test('a number series does not know the label of the matter it numbers: the profile in the event decides', () => {
    expect(isOpen(event('MatterNumbered', { profile: { secrecy: 'restricted' } }))).toBe(false);
    expect(isOpen(event('MatterNumbered', { profile: { secrecy: 'internal' } }))).toBe(true);
  });

  test.each(['NumberVoided', 'InstrumentNumbered', 'ReporterOpened', 'LeadKeptOffline'])(
    '%s stays in whatever its label',
    (type) => {
      expect(eventDefinition(type)).toBeDefined();
      expect(isOpen(event(type, {}, 'public'))).toBe(false);
    },
  );
});

describe('the inner volume', () => {
  test.each(Object.entries(INNER_VOLUME))('of %s stays in: %j', (type, fields) => {
    const whole = event(type, sample(type));
    const schema = publicJsonSchemaOf(eventDefinition(type)!)['properties'] as object;
    for (const field of fields) {
      expect(whole.data, field).toHaveProperty(field);
      expect(schema, field).toHaveProperty(field);
    }
    const kept = Object.keys(whole.data).filter((field) => !fields.includes(field));
    expect(kept.length).toBeGreaterThan(0);
    expect(Object.keys(forAnalysts(whole).data)).toEqual(kept);
  });

  test('other events are given as they are', () => {
    const plain = event('FilingApproved', sample('FilingApproved'));
    expect(forAnalysts(plain)).toBe(plain);
  });
});

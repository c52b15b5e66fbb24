import { readdirSync, readFileSync } from 'node:fs';
import { type Recorded, ServiceIndex } from '@jiandu/eventing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../test/sample.ts';
import {
  eventDefinition,
  eventsByService,
  fromCloudEvent,
  houseEvents,
  jsonSchemaOf,
  leadRegistered,
  publisherOf,
  toCloudEvent,
  UnreadableEvent,
} from './index.ts';

type Json = Record<string, unknown>;
const corpus = new URL('../corpus/', import.meta.url);
const released = readdirSync(corpus).map((file) => {
  const [type = '', version] = file.split('.v');
  return { file, type, version: Number.parseInt(version ?? '', 10) };
});
const index = new ServiceIndex([], {}, houseEvents);
const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Without the fields that hold nothing, as a record would be. */
function told<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const metadata: fc.Arbitrary<Recorded['metadata']> = fc
  .record({
    actor: fc
      .record({
        person: text,
        name: text,
        role: text,
        unit: text,
        onBehalfOf: maybe(text),
        delegation: maybe(text),
      })
      .map(told),
    occurredOn: fc.constantFrom('2024-02-29', '2025-12-31'),
    recordedAt: fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-01-01') })
      .map((date) => date.toISOString()),
    reason: maybe(text),
    key: text,
    unit: text,
    secrecy: fc.constantFrom('public', 'internal', 'work_secret', 'restricted'),
    commandId: text,
    commandHash: text,
    command: text,
    correlationId: text,
    causationId: maybe(text),
    via: maybe(text),
    catalogueVersion: text,
    traceparent: maybe(text),
  })
  .map(told) as fc.Arbitrary<Recorded['metadata']>;

function read(file: string): Json {
  return JSON.parse(readFileSync(new URL(file, corpus), 'utf8')) as Json;
}

/** A message as it stands on the topic. */
function sent(change: Json = {}): Json {
  const event: Recorded = {
    id: 'e-1',
    type: 'FilingApproved',
    version: 1,
    stream: 'intake.matter-CFS-630103-2025-00017',
    revision: 3,
    position: 17,
    data: read('FilingApproved.v1.json'),
    metadata: {
      actor: { person: 'P-630103-bai', name: '白某', role: 'chief', unit: '630103' },
      occurredOn: '2025-03-03',
      recordedAt: '2025-03-03T01:30:00.000Z',
      key: 'CFS-630103-2025-00017',
      unit: '630103',
      secrecy: 'internal',
      commandId: 'c-1',
      commandHash: 'h',
      command: 'intake.approveFiling',
      correlationId: 'k-1',
      catalogueVersion: '2026.1',
    },
  };
  const message = toCloudEvent(event, eventDefinition('FilingApproved')!);
  return { ...(JSON.parse(JSON.stringify(message)) as Json), ...change };
}

function refusalOf(message: unknown): readonly [string, string] {
  try {
    fromCloudEvent(message);
  } catch (error) {
    if (error instanceof UnreadableEvent) return [error.problem, error.message];
    throw error;
  }
  throw new Error('it was read');
}

describe('what is sent is what another service may see', () => {
  test.each(released)('$file goes and comes back', ({ file, type, version }) => {
    const data = read(file);
    const service = publisherOf(type)!;
    fc.assert(
      fc.property(metadata, text, fc.nat(), fc.nat(), (about, id, revision, position) => {
        const event: Recorded = {
          id,
          type,
          version,
          stream: `${service}.thing-${id}`,
          revision,
          position,
          data,
          metadata: about,
        };
        const wire: unknown = JSON.parse(JSON.stringify(toCloudEvent(event, index.event(type))));
        const { reason: _, ...travels } = about;
        expect(fromCloudEvent(wire)).toEqual({
          ...index.envelopeFor('another', event),
          metadata: { ...travels, commandId: '', commandHash: '' },
        });
      }),
      { numRuns: 20 },
    );
  });

  test('personal fields in the record do not come back', () => {
    const definition = eventDefinition('LeadReceived')!;
    const whole = sampleOf(jsonSchemaOf(definition)) as Json;
    const event = fromCloudEvent(sent());
    const received: Recorded = { ...event, type: 'LeadReceived', stream: 'intake.lead-L-1', data: whole };
    const back = fromCloudEvent(toCloudEvent(received, definition));
    expect(whole).toHaveProperty('statement');
    expect(back.data).not.toHaveProperty('statement');
    expect(back.data['reporter']).toEqual({ kind: 'citizen', language: 'own_case' });
  });

  test('a message of an older release is read at its version, and lifted by who reads it', () => {
    const old = {
      type: 'jiandu.intake.lead.LeadRegistered.v1',
      source: 'urn:jiandu:intake:lead',
      dataschema: '/v1/schemas/events/LeadRegistered/1',
      data: read('LeadRegistered.v1.json'),
    };
    const event = fromCloudEvent(sent(old));
    expect(event).toMatchObject({ version: 1, data: { body: '乐都公安分局' } });
    expect(index.lift(event).data).toMatchObject({ supervisedBody: { name: '乐都公安分局', kind: 'other' } });
  });

  test('an attribute that a newer release adds is passed over', () => {
    expect(fromCloudEvent(sent({ novelty: 'x' }))).toEqual(fromCloudEvent(sent()));
  });
});

describe('what cannot be read is refused with what is wrong', () => {
  test('a newer version: update the reader first', () => {
    expect(leadRegistered.version).toBe(2);
    const type = 'jiandu.intake.lead.LeadRegistered.v3';
    expect(refusalOf(sent({ type, source: 'urn:jiandu:intake:lead' }))).toEqual([
      'newer-version',
      'this release reads LeadRegistered up to version 2, not 3; update what reads before what publishes',
    ]);
  });

  test('an event nobody here knows', () => {
    expect(refusalOf(sent({ type: 'jiandu.intake.matter.MatterForgotten.v1' }))).toEqual([
      'unknown-type',
      'this release knows no event MatterForgotten; update what reads before what publishes',
    ]);
  });

  test.each([
    ['nothing', undefined, 'message: '],
    ['a text', 'hello', 'message: '],
    ['a list', [], 'message: '],
    ['another CloudEvents', sent({ specversion: '0.3' }), 'specversion: '],
    ['a foreign type', sent({ type: 'com.example.thing' }), 'type: com.example.thing is none of ours'],
    ['a place that is no number', sent({ position: '1e3' }), 'position: '],
    ['a day the calendar has not', sent({ occurredon: '2025-02-29' }), 'occurredon: '],
    ['a time that is none', sent({ time: 'yesterday' }), 'time: '],
    ['a label nobody knows', sent({ secrecy: 'state_secret' }), 'secrecy: '],
    ['no actor', sent({ actor: '' }), 'actor: '],
    ['data that is no object', sent({ data: 'x' }), 'data: '],
    ['another source', sent({ source: 'urn:jiandu:intake:lead' }), 'source: is not that of the type'],
    ['another schema', sent({ dataschema: '/v1/schemas/events/FilingApproved/2' }), 'dataschema: is not'],
    [
      'the event of another service',
      sent({ type: 'jiandu.registry.unit.FilingApproved.v1', source: 'urn:jiandu:registry:unit' }),
      'type: FilingApproved is published by intake, not in registry.unit',
    ],
  ])('%s', (_, message, wrong) => {
    const [problem, reason] = refusalOf(message);
    expect(problem).toBe('malformed');
    expect(reason).toContain(`not a CloudEvent of this house: ${wrong}`);
  });

  test('the text of the refusal repeats nothing of the content', () => {
    const [, reason] = refusalOf(sent({ data: '金丝雀', actor: 7 }));
    expect(reason).not.toContain('金丝雀');
  });
});

test('every type has one publisher', () => {
  for (const [service, events] of Object.entries(eventsByService))
    for (const { type } of events) expect(publisherOf(type)).toBe(service);
  expect(publisherOf('Nothing')).toBeUndefined();
});

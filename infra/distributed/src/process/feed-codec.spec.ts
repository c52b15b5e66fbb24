import { readdirSync, readFileSync } from 'node:fs';
import { houseEvents, publisherOf, UnreadableEvent } from '@jiandu/contracts';
import { type Recorded, ServiceIndex } from '@jiandu/eventing';
import { describe, expect, test } from 'vitest';
import { feedCodec } from './feed-codec.ts';

const corpus = new URL('../../../../packages/contracts/corpus/', import.meta.url);
const index = new ServiceIndex([], {}, houseEvents);
const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function recorded(file: string, traced = true): Recorded {
  const [type = '', version] = file.split('.v');
  return {
    id: `id-of-${file}`,
    type,
    version: Number.parseInt(version ?? '', 10),
    stream: `${publisherOf(type)}.thing-X-1`,
    revision: 4,
    position: 1700,
    data: JSON.parse(readFileSync(new URL(file, corpus), 'utf8')) as Recorded['data'],
    metadata: {
      actor: { person: 'P-630103-li', name: '李某', role: 'prosecutor', unit: '630103' },
      occurredOn: '2025-03-03',
      recordedAt: '2025-03-03T01:30:00.000Z',
      reason: '只留在记录里',
      key: 'CFS-630103-2025-00017',
      unit: '630103',
      secrecy: 'internal',
      commandId: 'c-1',
      commandHash: 'h-1',
      command: 'intake.approveFiling',
      correlationId: 'k-1',
      causationId: 'e-0',
      via: 'openVerificationWhenFilingApproved',
      catalogueVersion: '2026.1',
      ...(traced ? { traceparent: TRACE } : {}),
    },
  };
}

test.each(readdirSync(corpus))('%s: what is decoded is what another service may see', (file) => {
  const event = recorded(file);
  const { value } = feedCodec.encode(event);
  const { reason: _, ...travels } = event.metadata;
  const expected = {
    ...index.envelopeFor('another', event),
    metadata: { ...travels, commandId: '', commandHash: '' },
  };
  expect(feedCodec.decode({ value })).toEqual(expected);
  expect(feedCodec.decode({ value: Buffer.from(value) })).toEqual(expected);
});

describe('headers, for those who do not open the message', () => {
  test('type, id, correlation and trace', () => {
    expect(feedCodec.encode(recorded('FilingApproved.v1.json')).headers).toEqual({
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      ce_type: 'jiandu.intake.thing.FilingApproved.v1',
      ce_id: 'id-of-FilingApproved.v1.json',
      correlationid: 'k-1',
      traceparent: TRACE,
    });
  });

  test('no trace, no header', () => {
    expect(feedCodec.encode(recorded('FilingApproved.v1.json', false)).headers).not.toHaveProperty(
      'traceparent',
    );
  });
});

describe('a message that cannot be read', () => {
  const problemOf = (value: string | Buffer | null) => {
    try {
      feedCodec.decode({ value });
    } catch (error) {
      return error instanceof UnreadableEvent ? `${error.problem}: ${error.message}` : String(error);
    }
    return 'read';
  };

  test.each([
    ['a tombstone', null, 'malformed: the message is empty'],
    ['no JSON', '{"specversion":', 'malformed: the message is not JSON'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'malformed: the message is not JSON'],
  ])('%s is refused', (_, value, problem) => expect(problemOf(value)).toBe(problem));

  test('a newer version is told from a foreign message, and refused too', () => {
    const { value } = feedCodec.encode(recorded('FilingApproved.v1.json'));
    expect(problemOf(value)).toBe('read');
    expect(problemOf(value.replace('FilingApproved.v1"', 'FilingApproved.v2"'))).toMatch(/^newer-version: /);
    expect(problemOf(value.replace('jiandu.intake', 'com.example'))).toMatch(/^malformed: /);
  });

  test('an event nobody publishes is not sent', () => {
    expect(() => feedCodec.encode({ ...recorded('FilingApproved.v1.json'), type: 'Unheard' })).toThrow(
      'no service publishes the event Unheard',
    );
  });
});

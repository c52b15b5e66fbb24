import { describe, expect, test } from 'vitest';
import { sampleOf } from '../test/sample.ts';
import { eventsByService, houseEvents, jsonSchemaOf, publicJsonSchemaOf, toPublic } from './index.ts';

const withPersonal = houseEvents.filter((each) => each.personal.length > 0);
type Json = Record<string, unknown>;

/** Puts a canary at a dotted path; false when the path leads nowhere. */
function plant(value: unknown, [head, ...rest]: readonly string[], canary: string): boolean {
  if (head === undefined || typeof value !== 'object' || value === null) return false;
  if (head === '*') return Array.isArray(value) && value.every((each) => plant(each, rest, canary));
  if (!(head in value)) return false;
  const object = value as Json;
  if (rest.length > 0) return plant(object[head], rest, canary);
  object[head] = canary;
  return true;
}

describe('the published language', () => {
  test('an event name is used once in the whole house', () => {
    const names = houseEvents.map((each) => each.type);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(80);
  });

  test('an event is a fact in the past tense of the domain, with a title in both languages', () => {
    for (const each of houseEvents) {
      expect(each.type).toMatch(/^([A-Z][a-z]+)+$/);
      expect(each.title.zh).toMatch(/\p{Script=Han}/u);
      expect(each.title.en).toMatch(/^[A-Z]/);
    }
  });

  test('an unknown field is refused by every event', () => {
    for (const each of houseEvents) {
      const sample = sampleOf(jsonSchemaOf(each)) as Json;
      expect(each.schema.safeParse(sample).success, each.type).toBe(true);
      const codes = each.schema.safeParse({ ...sample, stray: 1 }).error?.issues.map((issue) => issue.code);
      expect(codes, each.type).toEqual(['unrecognized_keys']);
    }
  });

  test('no event knows a label for state secrets', () => {
    expect(JSON.stringify(houseEvents.map(jsonSchemaOf))).not.toContain('state_secret');
  });

  test('every service publishes something', () => {
    for (const [service, events] of Object.entries(eventsByService))
      expect(events.length, service).toBeGreaterThan(0);
  });
});

describe('personal fields', () => {
  test('those who came, and what they said, are personal wherever they appear', () => {
    expect(withPersonal.map((each) => each.type).sort()).toEqual([
      'InstrumentServed',
      'InvestigativeMeasureTaken',
      'LeadReceived',
      'LeadRegistered',
      'LeadTransferReceived',
      'PartyNotified',
      'RecusalRequested',
    ]);
  });

  test.each(withPersonal)('$type: every personal path exists, and no canary gets out', (definition) => {
    const data = structuredClone(sampleOf(jsonSchemaOf(definition))) as Json;
    for (const [index, path] of definition.personal.entries()) {
      expect(plant(data, path.split('.'), `canary-${index}`), `${definition.type} has no ${path}`).toBe(true);
    }
    expect(JSON.stringify(data).match(/canary-/g)).toHaveLength(definition.personal.length);
    const outside = toPublic(definition, data);
    expect(JSON.stringify(outside)).not.toContain('canary-');
    expect(Object.keys(outside).length).toBeGreaterThan(0);
  });

  test.each(withPersonal)('$type: the public schema does not know them either', (definition) => {
    const schema = JSON.stringify(publicJsonSchemaOf(definition));
    const leaf = (path: string) => path.split('.').at(-1) ?? '';
    for (const path of definition.personal.filter((each) => !each.includes('name'))) {
      expect(schema, path).not.toContain(`"${leaf(path)}"`);
    }
    expect(schema).not.toContain('"idNumber"');
  });

  test('what is not personal stays as it was', () => {
    const plain = houseEvents.find((each) => each.type === 'FilingApproved')!;
    const data = sampleOf(jsonSchemaOf(plain)) as Json;
    expect(toPublic(plain, data)).toEqual(data);
  });
});

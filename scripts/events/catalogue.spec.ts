import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  eventDefinition,
  forAnalysts,
  fromCloudEvent,
  houseEvents,
  jsonSchemaOf,
  personalPaths,
  type Schema,
  toCloudEvent,
  toPublic,
} from '@jiandu/contracts';
import type { Recorded } from '@jiandu/eventing';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, filesOfCatalogue, schemaFilesThere } from './catalogue.ts';
import { publishedEvents, schemaFilesOf } from './published.ts';

type Json = Record<string, unknown>;
const written = (file: string) => readFileSync(new URL(file, CATALOGUE), 'utf8');
const json = (file: string | URL) => JSON.parse(readFileSync(file, 'utf8')) as Json;
const corpus = new URL('../../packages/contracts/corpus/', import.meta.url);
const schemaFiles = publishedEvents.flatMap(schemaFilesOf);

function validator(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv;
}

/** Every `$ref` in a document. */
function references(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

function at(document: Json, pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, part) => (value as Json | undefined)?.[part], document);
}

describe('docs/events is level with the definitions; npm run events makes it so', () => {
  test.each([...filesOfCatalogue()])('%s', (file, content) => {
    expect(existsSync(new URL(file, CATALOGUE)), `${file} is not there`).toBe(true);
    expect(typeof content === 'string' ? written(file) : json(new URL(file, CATALOGUE))).toEqual(content);
  });

  test('no schema lies there that belongs to no event', () => {
    expect(schemaFilesThere().toSorted()).toEqual(schemaFiles.map(({ file }) => file).toSorted());
  });

  test('every event has its heading, both titles, and when it happens in both languages', () => {
    const page = written('README.md');
    for (const { type, title, occasion } of publishedEvents) {
      for (const text of [
        `### ${type}\n`,
        `**${title.zh} · ${title.en}**`,
        `${occasion.zh}<br>${occasion.en}`,
      ])
        expect(page, type).toContain(text);
      expect(occasion.zh, type).toMatch(/\p{Script=Han}.*时/u);
      expect(occasion.en, type).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the AsyncAPI document', () => {
  const document = json(new URL('asyncapi.json', CATALOGUE));
  const official = json(createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0.json'));
  const judge = () => {
    const ajv = new Ajv({
      strict: false,
      validateFormats: false,
      // The official schema brings the meta schema along; the one of the library would be a second of that name.
      meta: false,
      validateSchema: false,
    });
    return ajv.compile(official);
  };

  test('is one by the official schema of AsyncAPI 3.0', () => {
    const valid = judge();
    expect(valid(document), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expect(valid({ ...document, channels: { broken: { address: 7 } } })).toBe(false);
  });

  test('every reference leads somewhere', () => {
    const all = references(document);
    expect(all.length).toBeGreaterThan(300);
    for (const reference of all) {
      const found = reference.startsWith('#')
        ? at(document, reference)
        : existsSync(new URL(reference, CATALOGUE)) || undefined;
      expect(found, reference).toBeDefined();
    }
  });

  test('each version of each event is a message of the topic of its service; what stays in is not on the open topic', () => {
    const channels = document['channels'] as Record<string, { readonly messages: Json }>;
    const on = (topic: string) => Object.keys(channels[topic]?.messages ?? {});
    for (const { event, version, shortened } of schemaFiles) {
      const id = `${event.type}.v${version}`;
      if (!shortened) expect(on(`jiandu.${event.service}.v1`)).toContain(id);
      expect(on('jiandu.open.v1').includes(id), id).toBe(event.open === 'whole');
      expect(on('jiandu.open.v1').includes(`${id}.open`), id).toBe(event.open === 'shortened');
    }
    expect(on('jiandu.open.v1')).not.toContain('ReporterOpened.v1');
  });
});

describe('messages are as their schemas say', () => {
  const example = (type: string, version: number): Recorded => ({
    ...fromCloudEvent(toCloudEvent(filing, eventDefinition('FilingApproved')!)),
    type,
    version,
    stream: `${publishedEvents.find((each) => each.type === type)!.service}.thing-1`,
    data: json(new URL(`${type}.v${version}.json`, corpus)),
  });
  const filing: Recorded = {
    id: 'e-1',
    type: 'FilingApproved',
    version: 1,
    stream: 'intake.matter-CFS-630103-2025-00017',
    revision: 3,
    position: 17,
    data: json(new URL('FilingApproved.v1.json', corpus)),
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

  const document = json(new URL('asyncapi.json', CATALOGUE));
  const messages = at(document, '#/components/messages') as Record<string, { readonly payload: Schema }>;
  const ajv = validator();
  for (const { file, schema } of schemaFiles) ajv.addSchema({ ...schema, $id: `cat:/${file}` });
  ajv.addSchema({ ...(at(document, '#/components/schemas/CloudEvent') as Schema), $id: 'cat:/envelope' });

  test.each(readdirSync(corpus))('%s, as it leaves the service, is valid', (file) => {
    const [type = ''] = file.split('.v');
    const definition = eventDefinition(type)!;
    const valid = ajv.getSchema(`cat:/schemas/${file}`)!;
    const data = toPublic(definition, json(new URL(file, corpus)));
    expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({}), 'nothing at all is no event').toBe(false);
  });

  /** The payload of a message, with its references leading into the validator. */
  function compiled(id: string) {
    const text = JSON.stringify(messages[id]!.payload)
      .replace('#/components/schemas/CloudEvent', 'cat:/envelope')
      .replace('"./schemas', '"cat:/schemas');
    return ajv.compile(JSON.parse(text));
  }

  test.each(publishedEvents.map(({ type, schemas }) => [type, schemas.length] as const))(
    'a message with %s is valid by the AsyncAPI document',
    (type, version) => {
      const name = `${type}.v${version}`;
      const message = toCloudEvent(example(type, version), eventDefinition(type)!);
      const valid = compiled(name);
      expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
      expect(valid({ ...message, type: 'x' })).toBe(false);
      if (`${name}.open` in messages) {
        const open = toCloudEvent(forAnalysts(example(type, version)), eventDefinition(type)!);
        expect(compiled(`${name}.open`)(open)).toBe(true);
        expect(valid(open), 'the shortened form is another one').toBe(type === 'DecisionMade');
      }
    },
  );
});

describe('personal fields are in no public schema', () => {
  /** Whether a dotted path leads to a field, whatever choices stand on the way. */
  function reachable(schema: unknown, [head, ...rest]: readonly string[]): boolean {
    if (typeof schema !== 'object' || schema === null) return false;
    const { properties, items, anyOf, oneOf, allOf } = schema as Json;
    const choices = [anyOf, oneOf, allOf].flatMap((each) => (Array.isArray(each) ? each : []));
    if (choices.some((each) => reachable(each, [head ?? '', ...rest]))) return true;
    const inner = head === '*' ? items : (properties as Json | undefined)?.[head ?? ''];
    return inner !== undefined && (rest.length === 0 || reachable(inner, rest));
  }

  const personal = houseEvents.filter((each) => personalPaths(each).length > 0);

  test('the search finds them where they are: in the schema of the record', () => {
    for (const definition of personal)
      for (const path of personalPaths(definition))
        expect(reachable(jsonSchemaOf(definition), path.split('.')), `${definition.type} ${path}`).toBe(true);
    expect(personal.length).toBeGreaterThan(5);
  });

  test.each(schemaFiles.map(({ file, event }) => [file, event.type] as const))('%s', (file, type) => {
    const schema = json(new URL(file, CATALOGUE));
    for (const path of personalPaths(eventDefinition(type)!))
      expect(reachable(schema, path.split('.')), path).toBe(false);
    for (const name of ['idNumber', 'phone', 'address'])
      expect(JSON.stringify(schema), name).not.toContain(`"${name}":`);
  });
});

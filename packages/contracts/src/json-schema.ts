import type { EventDefinition } from '@jiandu/eventing';
import { z } from 'zod';
import { schemaAddress } from './cloud-event.ts';
import { envelope } from './envelope.ts';
import { INNER_VOLUME } from './open-events.ts';

/** A JSON Schema as plain data. */
export type Schema = { [key: string]: unknown };

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function forget(schema: unknown, [head, ...rest]: readonly string[]): void {
  if (!isSchema(schema) || head === undefined) return;
  const inner =
    head === '*' ? schema['items'] : isSchema(schema['properties']) ? schema['properties'][head] : undefined;
  if (head === '*' || rest.length > 0) forget(inner, rest);
  else if (isSchema(schema['properties'])) delete schema['properties'][head];
  if (rest.length === 0 && Array.isArray(schema['required'])) {
    schema['required'] = schema['required'].filter((name) => name !== head);
  }
}

function written(definition: EventDefinition): Schema {
  return z.toJSONSchema(definition.schema, {
    target: 'draft-2020-12',
    // Lists are frozen for our own code; to a reader of an event that means nothing.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
}

/** JSON Schema (2020-12) of an event's whole data. */
export function jsonSchemaOf(definition: EventDefinition): Schema {
  return {
    ...written(definition),
    title: `${definition.title.zh} / ${definition.title.en}`,
  };
}

/** Lets fields be that are not named: a reader passes over what he does not know, and a later release may add some. */
function openToAdditions(schema: unknown): void {
  if (Array.isArray(schema)) for (const each of schema) openToAdditions(each);
  if (!isSchema(schema)) return;
  if (schema['additionalProperties'] === false) delete schema['additionalProperties'];
  for (const inner of Object.values(schema)) openToAdditions(inner);
}

/** JSON Schema (2020-12) of what leaves the service: the same without personal fields, and open to additions. */
export function publicJsonSchemaOf(definition: EventDefinition): Schema {
  const schema = { ...jsonSchemaOf(definition), $id: schemaAddress(definition) };
  openToAdditions(schema);
  for (const path of definition.personal) forget(schema, path.split('.'));
  return schema;
}

/** JSON Schema (2020-12) of the envelope of every message. */
export function envelopeJsonSchema(): Schema {
  return z.toJSONSchema(envelope, { target: 'draft-2020-12', io: 'input' });
}

/** The JSON Schema of an event's public data as analysts get it: no field of the inner volume is asked for or allowed. */
export function withoutInnerVolume(type: string, schema: Schema): Schema {
  const open = structuredClone(schema);
  for (const field of INNER_VOLUME[type] ?? []) forget(open, [field]);
  return open;
}

import type { EventDefinition } from '@jiandu/eventing';
import { z } from 'zod';
import { schemaAddress } from './cloud-event.ts';

type Schema = { [key: string]: unknown };

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

/** JSON Schema (2020-12) of what leaves the service: the same without personal fields. */
export function publicJsonSchemaOf(definition: EventDefinition): Schema {
  const schema = { ...jsonSchemaOf(definition), $id: schemaAddress(definition) };
  for (const path of definition.personal) forget(schema, path.split('.'));
  return schema;
}

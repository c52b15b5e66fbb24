import { type JsonSchema, objectsIn } from '../openapi/json-schema.ts';
import { type Html, html, joined } from './html.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

const DEEPEST = 4;

/** The fields of a schema as a table: name, kind, meaning; nested fields with dotted names. */
export function fieldTable(schema: JsonSchema, schemas: Schemas): Html {
  const rows = fieldRows(schema, schemas, '', 0);
  return rows.length === 0 ? html`<p>无 / none</p>` : html`<table>${joined(rows)}</table>`;
}

function fieldRows(schema: JsonSchema, schemas: Schemas, prefix: string, depth: number): readonly Html[] {
  if (depth > DEEPEST) return [];
  return objectsIn(resolved(schema, schemas)).flatMap((object) =>
    Object.entries(object.properties ?? {}).flatMap(([name, field]) => {
      const own = resolved(field, schemas);
      const needed = object.required?.includes(name) ?? false;
      const inside = own.type === 'array' ? (own['items'] as JsonSchema | undefined) : own;
      const path = `${prefix}${name}${own.type === 'array' ? '[]' : ''}`;
      const row = html`<tr><td><code>${path}</code>${needed ? ' *' : ''}</td><td>${kind(own)}</td><td>${meaning(field, own)}</td></tr>`;
      return [row, ...(inside === undefined ? [] : fieldRows(inside, schemas, `${path}.`, depth + 1))];
    }),
  );
}

function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const name = schema.$ref?.slice('#/components/schemas/'.length);
  return name === undefined ? schema : (schemas[name] ?? schema);
}

function kind(schema: JsonSchema): string {
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[]).join(' | ');
  if (Array.isArray(schema['anyOf']) || Array.isArray(schema['oneOf'])) return 'one of';
  const bounds = [schema['format'], schema['maxLength'] && `≤ ${String(schema['maxLength'])}`].filter(
    Boolean,
  );
  return [String(schema.type ?? 'any'), ...bounds].join(' ');
}

function meaning(...schemas: readonly JsonSchema[]): string {
  const said = schemas.map((each) => each['description']).find((each) => typeof each === 'string');
  return typeof said === 'string' ? said : '';
}

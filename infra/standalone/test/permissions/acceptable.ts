import type { Json, TestHouse } from '../house.ts';

type Schema = Json;

const schemasOf = (document: Json) => (document['components'] as { schemas: Record<string, Schema> }).schemas;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The least that a JSON Schema of the API document accepts: what is required and nothing else. */
function least(schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return least(schemas[reference.slice(reference.lastIndexOf('/') + 1)] ?? {}, schemas);
  }
  const [alternative] = [...list(schema['anyOf']), ...list(schema['oneOf'])];
  if (alternative !== undefined) return least(alternative as Schema, schemas);
  const [choice] = [...list(schema['examples']), ...list(schema['enum'])];
  if (choice !== undefined) return choice;
  if ('const' in schema) return schema['const'];
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        list(schema['required']).map((name) => [name, least(properties[String(name)] ?? {}, schemas)]),
      );
    case 'array': {
      const item = least((schema['items'] ?? {}) as Schema, schemas);
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => item);
    }
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(0, Number(schema['minimum'] ?? 0));
    default:
      return schema['format'] === 'date' ? '2025-03-03' : '示例';
  }
}

/** For every command by its full name, a body that the API document calls acceptable. */
export async function acceptableBodies(house: TestHouse): Promise<ReadonlyMap<string, Json>> {
  const { body: document } = await house.send({ method: 'GET', url: '/openapi.json' });
  const schemas = schemasOf(document);
  const paths = document['paths'] as Record<string, Record<string, Json>>;
  const bodies = new Map<string, Json>();
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    const content = (operation['requestBody'] as Json | undefined)?.['content'] as Json | undefined;
    const schema = (content?.['application/json'] as Json | undefined)?.['schema'] as Schema | undefined;
    if (schema === undefined) continue;
    bodies.set(String(operation['operationId']), least(schema, schemas) as Json);
  }
  return bodies;
}

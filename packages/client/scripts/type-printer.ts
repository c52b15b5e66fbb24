import type { JsonSchema } from '@jiandu/host';

/** Prints JSON Schemas as TypeScript types; `nameOf` says what a referenced schema is called. */
export function printType(schema: JsonSchema, nameOf: (reference: string) => string): string {
  const print = (inner: JsonSchema): string => printType(inner, nameOf);
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum']))
    return union((schema['enum'] as unknown[]).map((each) => JSON.stringify(each)));
  const alternatives = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(alternatives)) return union((alternatives as JsonSchema[]).map(print));
  if (Array.isArray(schema['allOf'])) return (schema['allOf'] as JsonSchema[]).map(print).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => print({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return printArray(schema, print);
    case 'object':
      return printObject(schema, print);
    default:
      return 'unknown';
  }
}

type Print = (schema: JsonSchema) => string;

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.length === 0 ? 'never' : distinct.join(' | ');
}

function printArray(schema: JsonSchema, print: Print): string {
  const places = schema['prefixItems'];
  if (Array.isArray(places)) return `readonly [${(places as JsonSchema[]).map(print).join(', ')}]`;
  return `readonly (${print((schema['items'] as JsonSchema | undefined) ?? {})})[]`;
}

function printObject(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  print: Print,
): string {
  const named = Object.keys(properties).length > 0;
  if (!named && typeof additionalProperties === 'object') {
    return `Readonly<Record<string, ${print(additionalProperties as JsonSchema)}>>`;
  }
  if (!named)
    return additionalProperties === false
      ? 'Readonly<Record<string, never>>'
      : 'Readonly<Record<string, unknown>>';
  const fields = Object.entries(properties).map(([name, schema]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    const mark = required.includes(name) ? '' : '?';
    return `${comment(schema['description'])}readonly ${key}${mark}: ${print(schema)};`;
  });
  return `{ ${fields.join('\n')} }`;
}

/** A docstring on its own line, or nothing. */
export function comment(text: unknown): string {
  return typeof text === 'string' && text !== ''
    ? `\n/** ${text.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */\n`
    : '';
}

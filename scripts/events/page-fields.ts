import type { Schema } from '@jiandu/contracts';

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function names(schema: Schema): string {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const properties = isSchema(schema['properties']) ? Object.keys(schema['properties']) : [];
  return properties.map((name) => (required.has(name) ? name : `${name}?`)).join(', ');
}

/** The type of a field in a word, a list of values, or the names of its parts; `?` marks what may be absent. */
export function typeInWords(schema: unknown): string {
  if (!isSchema(schema)) return '';
  const values = schema['enum'];
  if (Array.isArray(values)) return values.map((each) => `\`${String(each)}\``).join(' ');
  if ('const' in schema) return `\`${String(schema['const'])}\``;
  for (const choice of [schema['anyOf'], schema['oneOf']]) {
    if (Array.isArray(choice)) return choice.map(typeInWords).join(' | ');
  }
  if (schema['type'] === 'object') return `{ ${names(schema)} }`;
  if (schema['type'] === 'array') return `[ ${typeInWords(schema['items'])} ]`;
  return typeof schema['format'] === 'string' ? schema['format'] : String(schema['type'] ?? 'any');
}

/** A row for each field of an object: name, type, whether it is always there, what it means. */
export function fieldRows(schema: Schema): readonly (readonly string[])[] {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  return Object.entries(properties).map(([name, inner]) => [
    `\`${name}\``,
    typeInWords(inner),
    required.has(name) ? '✓' : '',
    isSchema(inner) && typeof inner['description'] === 'string' ? inner['description'] : '',
  ]);
}

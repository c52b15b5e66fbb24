type Schema = Readonly<Record<string, unknown>>;

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sampleText(schema: Schema, field: string): string {
  if (schema['format'] === 'date') return '2025-03-03';
  if (field === 'creditCode') return '91630100710000001X';
  if (field === 'idNumber') return '630103199001010019';
  if (field === 'phone') return '13900000000';
  if (field === 'clock') return 'DL-08';
  return '示例';
}

/** A value that a JSON Schema of ours accepts, with every optional field present; the same on every run. */
export function sampleOf(schema: Schema, field = ''): unknown {
  const examples = list(schema['examples']);
  if (examples.length > 0) return examples[0];
  const choices = list(schema['enum']);
  if (choices.length > 0) return choices[0];
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, inner]) => [
          name,
          sampleOf(inner, name),
        ]),
      );
    case 'array': {
      const item = sampleOf((schema['items'] ?? {}) as Schema, field);
      return Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 0)) }, () => item);
    }
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 0));
    default:
      return sampleText(schema, field);
  }
}

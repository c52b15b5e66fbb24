/** One field that is not the same at two moments. */
export interface Difference {
  /** Dotted path; entries of lists by what names them: `issues.I-4.status`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const NAMES = ['issue', 'instrument', 'reply', 'escalation', 'flow', 'recusal', 'id', 'person'] as const;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(entry: unknown, place: number): string {
  if (!isFields(entry)) return String(place);
  if ('clock' in entry)
    return [entry['subject'], entry['clock'], entry['variant'], entry['start']].filter(Boolean).join('/');
  const name = NAMES.map((field) => entry[field]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : String(place);
}

function fieldsOf(value: unknown): Fields | undefined {
  if (isFields(value)) return value;
  if (!Array.isArray(value)) return undefined;
  return Object.fromEntries(value.map((entry, place) => [nameOf(entry, place), entry]));
}

/** What differs between two values, field by field; what is absent counts as null. */
export function differences(before: unknown, after: unknown, path = ''): readonly Difference[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  if (old !== undefined && fresh !== undefined) {
    const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort();
    return names.flatMap((name) =>
      differences(old[name], fresh[name], path === '' ? name : `${path}.${name}`),
    );
  }
  const [was, is] = [before ?? null, after ?? null];
  return was === is ? [] : [{ path, before: was, after: is }];
}

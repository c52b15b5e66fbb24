import { z } from 'zod';

/** A JSON Schema (2020-12), as far as the API document speaks of it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly [keyword: string]: unknown;
}

/** A zod schema as JSON Schema: what is sent for inputs, and what answers hold (they are not transformed on the way out). */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  const {
    $schema: _dialect,
    '~standard': _standard,
    ...rest
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  return rest as JsonSchema;
}

/** Names of the fields of an object schema; of all alternatives, when it is a union. */
export function inputFields(schema: z.ZodType): ReadonlySet<string> {
  return new Set(objectsIn(jsonSchema(schema)).flatMap((each) => Object.keys(each.properties ?? {})));
}

/** The object schemas that an input may satisfy. */
export function objectsIn(schema: JsonSchema): readonly JsonSchema[] {
  const alternatives = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap((list) =>
    Array.isArray(list) ? (list as JsonSchema[]) : [],
  );
  return [schema, ...alternatives.flatMap(objectsIn)];
}

/** Collects the shared schemas of a document, and gives each a place under `#/components/schemas`. */
export class SharedSchemas {
  readonly #schemas = new Map<string, JsonSchema>();

  /** Keeps a schema under a name and answers the reference to it; another schema of the same name gets a number. */
  keep(name: string, schema: JsonSchema): JsonSchema {
    const { $defs = {}, ...own } = schema;
    const renamed = new Map(
      Object.keys($defs).map((each) => [each, this.#freeName(each, $defs[each] ?? {})]),
    );
    for (const [each, definition] of Object.entries($defs)) {
      this.#schemas.set(renamed.get(each) ?? each, pointed(definition, renamed));
    }
    const free = this.#freeName(name, own);
    this.#schemas.set(free, pointed(own, renamed));
    return { $ref: `#/components/schemas/${free}` };
  }

  /** The schema behind a reference, or the schema itself. */
  resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.slice('#/components/schemas/'.length);
    return (name === undefined ? undefined : this.#schemas.get(name)) ?? schema;
  }

  get all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #freeName(name: string, schema: JsonSchema): string {
    const base = name.replace(/[^A-Za-z0-9._-]/g, '_');
    const same = (taken: JsonSchema) => JSON.stringify(taken) === JSON.stringify(schema);
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? base : `${base}${number}`;
      const taken = this.#schemas.get(free);
      if (taken === undefined || same(taken)) return free;
    }
  }
}

/** References inside a schema turned to where its definitions now are. */
function pointed(schema: JsonSchema, renamed: ReadonlyMap<string, string>): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith('#/$defs/')) return value;
    const name = value.slice('#/$defs/'.length);
    return `#/components/schemas/${renamed.get(name) ?? name}`;
  }) as JsonSchema;
}

import type { EventDefinition } from '@jiandu/eventing';

type Json = Readonly<Record<string, unknown>>;

function without(value: unknown, [head, ...rest]: readonly string[]): unknown {
  if (head === undefined || value === null || typeof value !== 'object') return value;
  if (head === '*') return Array.isArray(value) ? value.map((each) => without(each, rest)) : value;
  if (!(head in value)) return value;
  const { [head]: found, ...others } = value as Json;
  return rest.length === 0 ? others : { ...others, [head]: without(found, rest) };
}

/** Dotted paths of an event's personal fields, `*` standing for every element of a list. */
export function personalPaths(definition: EventDefinition): readonly string[] {
  return definition.personal;
}

/** An event's data as anybody outside its own service gets it: without its personal fields, sealed or not. */
export function toPublic(definition: EventDefinition, data: Json): Json {
  return definition.personal.reduce<Json>((kept, path) => without(kept, path.split('.')) as Json, data);
}

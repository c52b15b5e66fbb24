import type { z } from 'zod';
import type { LocalDate } from '../ports/event.ts';

/** Text for people: Chinese first, English beside. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** An event as a decider returns it: a fact, not yet recorded. */
export interface Fact<T extends string = string, D = Readonly<Record<string, unknown>>> {
  readonly type: T;
  readonly data: D;
  /** Legal date of the fact when it is not today. */
  readonly occurredOn?: LocalDate;
  readonly reason?: string;
}

/** Turns the data of version n into version n + 1. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** A published event: its newest schema, its older versions, what is personal in it. */
export interface EventDefinition<T extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  readonly version: number;
  readonly title: Bilingual;
  readonly schema: S;
  /** Dotted paths of personal fields (`reporter.name`); encrypted before they are hashed or stored, never in a public event. */
  readonly personal: readonly string[];
  /** `upcasts[n]` lifts version n + 1 to n + 2. */
  readonly upcasts: readonly Upcast[];
}

/** The fact type of a definition. */
export type FactOf<D> = D extends EventDefinition<infer T, infer S> ? Fact<T, z.output<S>> : never;

interface EventOptions<S extends z.ZodType> {
  readonly title: Bilingual;
  readonly schema: S;
  readonly personal?: readonly string[];
  readonly upcasts?: readonly Upcast[];
}

/** Declares an event. Its version is one more than the number of upcasts that lead to it. */
export function defineEvent<const T extends string, S extends z.ZodType>(
  type: T,
  options: EventOptions<S>,
): EventDefinition<T, S> {
  const upcasts = options.upcasts ?? [];
  return {
    type,
    version: upcasts.length + 1,
    title: options.title,
    schema: options.schema,
    personal: options.personal ?? [],
    upcasts,
  };
}

/** Lifts data of an older version to the newest. */
export function upcast(definition: EventDefinition, version: number, data: Fact['data']): Fact['data'] {
  return definition.upcasts.slice(version - 1).reduce((lifted, step) => step(lifted), data);
}

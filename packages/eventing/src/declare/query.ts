import type { z } from 'zod';
import type { Actor, Instant, LocalDate, Position, Recorded, StreamId } from '../ports/event.ts';
import type { Collection, Doc, Filter } from '../ports/read-models.ts';
import type { Directory, Grant, ResourceFacts, Subject } from './access.ts';
import type { Bilingual, EventDefinition } from './event-definition.ts';
import type { Refusal } from './refusal.ts';

/** Read access to the active collections, by full view name (`intake.leadPool`). */
export type Collections = <T extends Doc>(view: string) => Collection<T>;

/** Reads the record itself, for histories; newest versions, personal fields sealed. */
export interface LogReader {
  readStream(stream: StreamId): Promise<readonly Recorded[]>;
  readAll(
    after: Position,
    limit: number,
    categories?: readonly string[],
  ): Promise<{ events: readonly Recorded[]; upTo: Position }>;
  /** Everything after a position, then what comes, until the reader stops. */
  follow(after: Position): AsyncIterable<Recorded>;
  head(): Promise<Position>;
}

/** What a query may use. */
export interface QueryContext {
  readonly subject: Subject;
  readonly today: LocalDate;
  readonly now: Instant;
  readonly directory: Directory;
  readonly collections: Collections;
  readonly log: LogReader;
  /** Checks one thing; a refusal is returned as it is, so that unknown and forbidden look the same where they must. */
  authorise(resource: ResourceFacts): Actor | Refusal;
  /** Filters that keep to what the subject may see; for `find`'s `anyOf`. */
  readonly visible: readonly Filter[];
  /** Definition of an event type: title, version, personal fields. */
  event(type: string): EventDefinition;
  /** Opens sealed personal fields of a value; those whose key is destroyed become `null`. */
  unseal<T>(value: T): Promise<T>;
}

/** A query, declared once: path, input, who may, answer. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** Name, lower camel case. */
  readonly name: string;
  /** Path below `/v1/<service>`, with `:id` parameters, e.g. `matters/:id/history`. */
  readonly path: string;
  readonly title: Bilingual;
  /** Path and query-string parameters together; strings, coerced by the schema. */
  readonly input: I;
  readonly output: O;
  readonly may: readonly Grant[];
  /** Answers an `etag` field as ETag, a `contentType` + `body` pair verbatim (CSV). */
  answer(input: z.output<I>, context: QueryContext): Promise<z.input<O> | Refusal | RawAnswer>;
}

/** An answer that is not JSON. */
export interface RawAnswer {
  readonly contentType: string;
  readonly fileName?: string;
  readonly body: string | AsyncIterable<string>;
}

export type AnyQuery = Query;

export function defineQuery<I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>): Query<I, O> {
  return query;
}

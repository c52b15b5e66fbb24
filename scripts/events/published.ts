import { readFileSync } from 'node:fs';
import {
  eventsByService,
  INNER_VOLUME,
  KEPT_IN,
  occasionOf,
  publicJsonSchemaOf,
  type Schema,
  toPublic,
  withoutInnerVolume,
} from '@jiandu/contracts';
import type { Bilingual, EventDefinition } from '@jiandu/eventing';
import { readReleased } from './released.ts';

const CORPUS = new URL('../../packages/contracts/corpus/', import.meta.url);

/** An event as those who subscribe know it. */
export interface PublishedEvent {
  readonly type: string;
  readonly service: string;
  readonly title: Bilingual;
  readonly occasion: Bilingual;
  /** JSON Schemas of its public data by version, the oldest first. */
  readonly schemas: readonly Schema[];
  /** An example of its newest version, as it leaves the service. */
  readonly example: Readonly<Record<string, unknown>>;
  /** How it stands on the topic for analysts: whole, without some fields, or not at all. */
  readonly open: 'whole' | 'shortened' | 'never';
}

function published(service: string, definition: EventDefinition): PublishedEvent {
  const { type, version, title } = definition;
  const corpus = new URL(`${type}.v${version}.json`, CORPUS);
  const older = Array.from({ length: version - 1 }, (_, place) => readReleased(type, place + 1));
  return {
    type,
    service,
    title,
    occasion: occasionOf(type),
    schemas: [...older, publicJsonSchemaOf(definition)],
    example: toPublic(definition, JSON.parse(readFileSync(corpus, 'utf8'))),
    open: KEPT_IN.has(type) ? 'never' : type in INNER_VOLUME ? 'shortened' : 'whole',
  };
}

/** Every event of every service, in the order in which the services declare them. */
export const publishedEvents: readonly PublishedEvent[] = Object.entries(eventsByService).flatMap(
  ([service, events]) => events.map((definition: EventDefinition) => published(service, definition)),
);

/** A version of an event with the file that holds its schema, below the folder of the catalogue. */
export interface SchemaFile {
  readonly event: PublishedEvent;
  readonly version: number;
  /** Whether it is the form that analysts get where that is another one. */
  readonly shortened: boolean;
  readonly file: string;
  readonly schema: Schema;
}

/** The schemas of one event: one a version, and one more a version where analysts get less. */
export function schemaFilesOf(event: PublishedEvent): readonly SchemaFile[] {
  return event.schemas.flatMap((schema, place) => {
    const version = place + 1;
    const name = `${event.type}.v${version}.json`;
    const whole = { event, version, shortened: false, file: `schemas/${name}`, schema };
    if (event.open !== 'shortened') return [whole];
    const { $id: _, ...open } = withoutInnerVolume(event.type, schema);
    return [whole, { event, version, shortened: true, file: `schemas/open/${name}`, schema: open }];
  });
}

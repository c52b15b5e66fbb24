import { categoryOf, type EventDefinition, type Recorded, upcast } from '@jiandu/eventing';
import { toPublic } from './personal.ts';

/** CloudEvents 1.0 in structured mode, as the feed gives it out. Extension names are lower-case letters and digits. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly partitionkey: string;
  /** Place in the log; a decimal text, for CloudEvents integers end at 2³¹. */
  readonly position: string;
  readonly revision: number;
  /** Legal date of the fact. */
  readonly occurredon: string;
  readonly unit: string;
  readonly secrecy: string;
  readonly actor: string;
  readonly actorrole: string;
  readonly actorunit: string;
  readonly onbehalfof?: string;
  readonly delegation?: string;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly catalogueversion: string;
  readonly traceparent?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Address of the JSON Schema of an event's public data, relative to the server. */
export function schemaAddress(definition: EventDefinition): string {
  return `/v1/schemas/events/${definition.type}/${definition.version}`;
}

/**
 * The public envelope of a recorded event: lifted to the newest version, without personal fields and without
 * the actor's stated reason, which is free text meant for the record alone.
 */
export function toCloudEvent(recorded: Recorded, definition: EventDefinition): CloudEvent {
  const { metadata } = recorded;
  const category = categoryOf(recorded.stream);
  return {
    specversion: '1.0',
    id: recorded.id,
    source: `urn:jiandu:${category.replace('.', ':')}`,
    type: `jiandu.${category}.${recorded.type}.v${definition.version}`,
    subject: recorded.stream.slice(category.length + 1),
    time: metadata.recordedAt,
    datacontenttype: 'application/json',
    dataschema: schemaAddress(definition),
    partitionkey: metadata.key,
    position: String(recorded.position),
    revision: recorded.revision,
    occurredon: metadata.occurredOn,
    unit: metadata.unit,
    secrecy: metadata.secrecy,
    actor: metadata.actor.person,
    actorrole: metadata.actor.role,
    actorunit: metadata.actor.unit,
    ...(metadata.actor.onBehalfOf === undefined ? {} : { onbehalfof: metadata.actor.onBehalfOf }),
    ...(metadata.actor.delegation === undefined ? {} : { delegation: metadata.actor.delegation }),
    correlationid: metadata.correlationId,
    ...(metadata.causationId === undefined ? {} : { causationid: metadata.causationId }),
    catalogueversion: metadata.catalogueVersion,
    ...(metadata.traceparent === undefined ? {} : { traceparent: metadata.traceparent }),
    data: toPublic(definition, upcast(definition, recorded.version, recorded.data)),
  };
}

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
  /** Who acted: the id, and the name as it was then. */
  readonly actor: string;
  readonly actorname: string;
  readonly actorrole: string;
  readonly actorunit: string;
  readonly onbehalfof?: string;
  readonly delegation?: string;
  /** The command that appended it, e.g. `intake.registerLead`. */
  readonly command: string;
  /** The policy or timer that acted, when it was not a person. */
  readonly via?: string;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly catalogueversion: string;
  readonly traceparent?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Address of the JSON Schema of an event's public data, relative to the server. */
export function schemaAddress({ type, version }: Pick<EventDefinition, 'type' | 'version'>): string {
  return `/v1/schemas/events/${type}/${version}`;
}

/** `intake.lead` → `urn:jiandu:intake:lead`. */
export function sourceOf(category: string): string {
  return `urn:jiandu:${category.replace('.', ':')}`;
}

/** `intake.lead` and `LeadRegistered` 2 → `jiandu.intake.lead.LeadRegistered.v2`. */
export function cloudTypeOf(
  category: string,
  { type, version }: Pick<EventDefinition, 'type' | 'version'>,
): string {
  return `jiandu.${category}.${type}.v${version}`;
}

/**
 * The public envelope of a recorded event: lifted to the newest version, without personal fields and without
 * the actor's stated reason, which is free text meant for the record alone. What names the command's input, its id and its
 * fingerprint, stays with the record too.
 */
export function toCloudEvent(recorded: Recorded, definition: EventDefinition): CloudEvent {
  const { metadata } = recorded;
  const category = categoryOf(recorded.stream);
  return {
    specversion: '1.0',
    id: recorded.id,
    source: sourceOf(category),
    type: cloudTypeOf(category, definition),
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
    actorname: metadata.actor.name,
    actorrole: metadata.actor.role,
    actorunit: metadata.actor.unit,
    ...(metadata.actor.onBehalfOf === undefined ? {} : { onbehalfof: metadata.actor.onBehalfOf }),
    ...(metadata.actor.delegation === undefined ? {} : { delegation: metadata.actor.delegation }),
    command: metadata.command,
    ...(metadata.via === undefined ? {} : { via: metadata.via }),
    correlationid: metadata.correlationId,
    ...(metadata.causationId === undefined ? {} : { causationid: metadata.causationId }),
    catalogueversion: metadata.catalogueVersion,
    ...(metadata.traceparent === undefined ? {} : { traceparent: metadata.traceparent }),
    data: toPublic(definition, upcast(definition, recorded.version, recorded.data)),
  };
}

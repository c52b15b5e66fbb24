import type { EventMetadata, Recorded } from '@jiandu/eventing';
import { cloudTypeOf, schemaAddress, sourceOf } from './cloud-event.ts';
import { type Envelope, envelope } from './envelope.ts';
import { eventDefinition, publisherOf } from './house-events.ts';

/**
 * Why a message cannot be read: it is no message of this house (`malformed`), or a release newer than this one wrote it
 * (`unknown-type`, `newer-version`). The latter can be read once the reader is updated, too.
 */
export type Unreadable = 'malformed' | 'unknown-type' | 'newer-version';

/** A message of the feed that cannot be read; the text says what is wrong, without any of its content. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  readonly problem: Unreadable;

  constructor(problem: Unreadable, message: string) {
    super(message);
    this.problem = problem;
  }
}

const TYPE = /^jiandu\.([a-z]+\.[a-zA-Z]+)\.([A-Z][A-Za-z]*)\.v([1-9]\d{0,3})$/;

/** What does not travel: an empty text stands in its place, and means "not told". */
export const NOT_TOLD = '';

/** The category, type and version that the message names, if this release can read them. */
function named({ type, source, dataschema }: Envelope) {
  const [, category, eventType, version] = TYPE.exec(type) ?? [];
  if (category === undefined || eventType === undefined) throw malformed(`type: ${type} is none of ours`);
  const definition = eventDefinition(eventType);
  if (definition === undefined) {
    throw new UnreadableEvent('unknown-type', `this release knows no event ${eventType}; ${UPDATE_FIRST}`);
  }
  const is = { type: eventType, version: Number(version) };
  if (is.version > definition.version) {
    const known = `this release reads ${eventType} up to version ${definition.version}, not ${is.version}`;
    throw new UnreadableEvent('newer-version', `${known}; ${UPDATE_FIRST}`);
  }
  const publisher = publisherOf(eventType);
  if (!category.startsWith(`${publisher}.`)) {
    throw malformed(`type: ${eventType} is published by ${publisher}, not in ${category}`);
  }
  if (type !== cloudTypeOf(category, is) || source !== sourceOf(category)) {
    throw malformed('source: is not that of the type');
  }
  if (dataschema !== schemaAddress(is)) throw malformed('dataschema: is not that of the type');
  return { category, ...is };
}

const UPDATE_FIRST = 'update what reads before what publishes';

function malformed(what: string): UnreadableEvent {
  return new UnreadableEvent('malformed', `not a CloudEvent of this house: ${what}`);
}

/**
 * A message of the feed as the event that it tells of: what another service may see of it. Its data is at the version that the
 * message names. The reason, the command's id and its fingerprint do not travel: there is no reason, and the others are
 * `NOT_TOLD`. Throws `UnreadableEvent`.
 */
export function fromCloudEvent(value: unknown): Recorded {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
    throw malformed(`${path.join('.') || 'message'}: ${message}`);
  }
  const told = parsed.data;
  const { category, type, version } = named(told);
  return {
    id: told.id,
    type,
    version,
    stream: `${category}-${told.subject}`,
    revision: told.revision,
    position: Number(told.position),
    data: told.data,
    metadata: metadataIn(told),
  };
}

function metadataIn(told: Envelope): EventMetadata {
  return {
    actor: {
      person: told.actor,
      name: told.actorname,
      role: told.actorrole,
      unit: told.actorunit,
      ...(told.onbehalfof === undefined ? {} : { onBehalfOf: told.onbehalfof }),
      ...(told.delegation === undefined ? {} : { delegation: told.delegation }),
    },
    occurredOn: told.occurredon,
    recordedAt: told.time,
    key: told.partitionkey,
    unit: told.unit,
    secrecy: told.secrecy,
    commandId: NOT_TOLD,
    commandHash: NOT_TOLD,
    command: told.command,
    ...(told.via === undefined ? {} : { via: told.via }),
    correlationId: told.correlationid,
    ...(told.causationid === undefined ? {} : { causationId: told.causationid }),
    catalogueVersion: told.catalogueversion,
    ...(told.traceparent === undefined ? {} : { traceparent: told.traceparent }),
  };
}

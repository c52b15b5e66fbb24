/** A legal date in Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string;
/** An instant in UTC, ISO 8601 with milliseconds. */
export type Instant = string;
/** A stream's name: `<service>.<aggregate>-<id>`; what stands before the first hyphen is its category. */
export type StreamId = string;
/** The place of an event in its stream, counted from 0. */
export type Revision = number;
/** The place of an event in the whole log; grows, may have holes, compares with `<`. 0 is before the first event. */
export type Position = number;

/** Who acted, as whom: stands in every event for ever. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  /** The role that gave the right to act, e.g. `chief`; `system` for timers. */
  readonly role: string;
  readonly unit: string;
  /** Set when acting under a written delegation (DOMAIN §4.3). */
  readonly onBehalfOf?: string;
  readonly delegation?: string;
}

/** What is known of an event beside its content. */
export interface EventMetadata {
  readonly actor: Actor;
  /** The legal date of the fact; never after the Shanghai date of `recordedAt`. */
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  readonly reason?: string;
  /** Ordering key of the feed: the matter's number, or the lead's id before there is one. */
  readonly key: string;
  /** The unit whose business this is. */
  readonly unit: string;
  /** `public`, `internal`, `work_secret` or `restricted` (DOMAIN §4.5); a state secret never gets here. */
  readonly secrecy: string;
  readonly commandId: string;
  /** SHA-256 of the command's input: the same key with another body is refused. */
  readonly commandHash: string;
  /** Name of the command that appended this event, e.g. `intake.registerLead`. */
  readonly command: string;
  readonly correlationId: string;
  /** The event that made a policy or timer act. */
  readonly causationId?: string;
  /** The policy or timer that acted, when it was not a person. */
  readonly via?: string;
  readonly catalogueVersion: string;
  readonly traceparent?: string;
}

/** An event ready to be appended; an adapter that must append again after a lost answer does so with the same ids. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
}

/** An event as the log holds it. */
export interface Recorded extends NewEvent {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly position: Position;
}

/** `intake.lead-L-1` → `intake.lead`. */
export function categoryOf(stream: StreamId): string {
  const hyphen = stream.indexOf('-');
  return hyphen < 0 ? stream : stream.slice(0, hyphen);
}

/** `intake.lead` and `L-1` → `intake.lead-L-1`. */
export function streamOf(category: string, id: string): StreamId {
  return `${category}-${id}`;
}

/** `intake.lead-L-1` → `L-1`. */
export function idOf(stream: StreamId): string {
  return stream.slice(categoryOf(stream).length + 1);
}

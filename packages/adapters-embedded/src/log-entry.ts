import {
  categoryOf,
  type NewEvent,
  type Position,
  type Recorded,
  type Revision,
  type StreamId,
} from '@jiandu/eventing';

/** An event as it lies in the log: its place, and everything else as one JSON text. */
export interface LogEntry {
  readonly position: Position;
  readonly stream: StreamId;
  readonly revision: Revision;
  /** Position of the event before it in its stream, 0 for the first one. */
  readonly previous: Position;
  readonly body: string;
}

type Body = Pick<Recorded, 'id' | 'type' | 'version' | 'data' | 'metadata'>;

/** The JSON that is stored; the order of its keys is fixed so that equal events are equal bytes. */
export function bodyOf({ id, type, version, data, metadata }: NewEvent): string {
  return JSON.stringify({ id, type, version, data, metadata } satisfies Body);
}

/** The event of a log entry, exactly as every other reader sees it. */
export function recordedOf(entry: LogEntry): Recorded {
  const { id, type, version, data, metadata } = JSON.parse(entry.body) as Body;
  return {
    id,
    type,
    version,
    data,
    metadata,
    stream: entry.stream,
    revision: entry.revision,
    position: entry.position,
  };
}

/** Whether an event of this stream passes a category filter. */
export function passes(stream: StreamId, categories: readonly string[] | undefined): boolean {
  return categories === undefined || categories.includes(categoryOf(stream));
}

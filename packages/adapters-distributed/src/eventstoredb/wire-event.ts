import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, { type BatchAppendReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent, Position, Recorded, StreamId } from '@jiandu/eventing';

const JSON_CONTENT = 'application/json';

/** What lies beside an event's content in EventStoreDB: everything of ours that the server has no field for. */
type Beside = Pick<NewEvent, 'version' | 'metadata'>;

/** An event as the server stores it: our type, our id, our content as JSON. */
export function proposed({ id, type, version, data, metadata }: NewEvent): BatchAppendReq.ProposedMessage {
  const uuid = new shared.UUID();
  uuid.setString(id);
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(uuid);
  message.getMetadataMap().set('type', type).set('content-type', JSON_CONTENT);
  message.setData(Buffer.from(JSON.stringify(data)));
  message.setCustomMetadata(Buffer.from(JSON.stringify({ version, metadata } satisfies Beside)));
  return message;
}

/** An event as it came from the server, its content not yet parsed: many are looked at by their place alone. */
export class WireEvent {
  readonly stream: StreamId;
  readonly position: Position;
  /** Size of content and metadata in bytes. */
  readonly bytes: number;
  readonly #recorded: ReadResp.ReadEvent.RecordedEvent;
  #event: Recorded | 'foreign' | undefined;

  /** @throws Error when the server says no position, as those before 22.6 do for events of a stream */
  constructor(read: ReadResp.ReadEvent) {
    const recorded = read.getEvent();
    if (recorded === undefined) throw new Error('EventStoreDB answered a link without its event');
    this.#recorded = recorded;
    this.stream = nameOf(recorded.getStreamIdentifier());
    this.position = positionOf(
      read.hasCommitPosition() ? read.getCommitPosition() : recorded.getCommitPosition(),
    );
    this.bytes = recorded.getData().length + recorded.getCustomMetadata().length;
  }

  get id(): string {
    return this.#recorded.getId()?.getString() ?? '';
  }

  get revision(): number {
    return Number(this.#recorded.getStreamRevision());
  }

  /** Whether it lies in a stream of the server's own, such as its statistics or the settings of a stream. */
  get isTheServersOwn(): boolean {
    return this.stream.startsWith('$');
  }

  /** The event, parsed once; nothing when it was written by somebody else than an adapter like this one. */
  get event(): Recorded | undefined {
    this.#event ??= this.#parse() ?? 'foreign';
    return this.#event === 'foreign' ? undefined : this.#event;
  }

  #parse(): Recorded | undefined {
    const kept = this.#recorded.getMetadataMap();
    const beside = parsed(this.#recorded.getCustomMetadata_asU8());
    if (kept.get('content-type') !== JSON_CONTENT || !isBeside(beside)) return undefined;
    const data = parsed(this.#recorded.getData_asU8());
    if (!isObject(data)) return undefined;
    return {
      id: this.id,
      type: kept.get('type') ?? '',
      version: beside.version,
      data,
      metadata: beside.metadata,
      stream: this.stream,
      revision: this.revision,
      position: this.position,
    };
  }
}

/** The events among what a read answers. */
export function eventsOf(messages: readonly ReadResp[]): WireEvent[] {
  return messages.flatMap((message) => {
    const event = message.getEvent();
    return event === undefined ? [] : [new WireEvent(event)];
  });
}

/** Answers as text, because it may be larger than a number can say exactly. @throws Error when it is */
export function positionOf(said: string): Position {
  const position = Number(said);
  if (!Number.isSafeInteger(position))
    throw new Error(`EventStoreDB answered no usable position (${said}); it must be version 22.6 or newer`);
  return position;
}

function nameOf(identifier: shared.StreamIdentifier | undefined): StreamId {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An adapter wrote it, or nobody of this house did: whoever may write to the record at all is trusted with its form. */
function isBeside(value: unknown): value is Beside {
  return isObject(value) && typeof value['version'] === 'number' && isObject(value['metadata']);
}

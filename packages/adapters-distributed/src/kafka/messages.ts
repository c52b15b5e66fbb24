import { derivedId, type Recorded, shanghaiDate, UNREADABLE } from '@jiandu/eventing';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import { messageOf } from './errors.ts';
import type { FeedCodec } from './settings.ts';
import type { Place } from './standing.ts';

/** An event on its way to the broker. */
export interface Outgoing {
  readonly eventId: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Room it takes in a batch, rather too much than too little. */
  readonly bytes: number;
}

/**
 * Beside the codec's headers: which event of the record a message is, for those who cannot read it, as
 * `<position> <event id> <stream>`. One header, for each costs the library as much as the value.
 */
const RECORD_HEADER = 'jiandu_record';

const BYTES_OF_A_RECORD = 32;
const BYTES_OF_A_HEADER = 8;

export function outgoing(event: Recorded, codec: FeedCodec): Outgoing {
  const { value, headers: own } = codec.encode(event);
  const { key } = event.metadata;
  const headers = { ...own, [RECORD_HEADER]: `${event.position} ${event.id} ${event.stream}` };
  const bytes = Object.entries(headers).reduce(
    (sum, [name, text]) => sum + BYTES_OF_A_HEADER + Buffer.byteLength(name) + Buffer.byteLength(text),
    BYTES_OF_A_RECORD + Buffer.byteLength(key) + Buffer.byteLength(value),
  );
  return { eventId: event.id, key, value, headers, bytes };
}

/**
 * The event in a message. One that cannot be read is delivered all the same, as an event of the type `UNREADABLE`: it must
 * neither stop its partition nor be passed over by those who count on the order of its key.
 */
export function incoming(message: KafkaMessage, place: Place, codec: FeedCodec): Recorded {
  try {
    if (message.value === null) throw new Error('the message is empty');
    return codec.decode({ value: message.value.toString('utf8') });
  } catch (error) {
    return unreadable(message, place, messageOf(error));
  }
}

function unreadable(message: KafkaMessage, { topic, partition }: Place, reason: string): Recorded {
  const place = `${topic}-${partition}-${message.offset}`;
  const recorded = recordedAs(message.headers);
  const id = recorded?.id ?? derivedId('unreadable', place);
  const recordedAt = new Date(Number(message.timestamp)).toISOString();
  return {
    id,
    type: UNREADABLE,
    version: 1,
    stream: recorded?.stream ?? `${serviceOf(topic)}.unreadable-${place}`,
    revision: 0,
    position: recorded?.position ?? 0,
    data: { topic, partition, offset: message.offset, reason },
    metadata: {
      actor: { person: '-', name: '-', role: 'system', unit: '-' },
      occurredOn: shanghaiDate(recordedAt),
      recordedAt,
      key: message.key?.toString('utf8') ?? '',
      unit: '-',
      secrecy: 'restricted',
      commandId: id,
      commandHash: '-',
      command: 'feed.read',
      correlationId: id,
      catalogueVersion: '-',
    },
  };
}

function recordedAs(headers: IHeaders | undefined): Pick<Recorded, 'id' | 'stream' | 'position'> | undefined {
  const parts = /^(\d{1,15}) (\S+) (\S.*)$/.exec(String(headers?.[RECORD_HEADER] ?? ''));
  const [, position, id, stream] = parts ?? [];
  if (id === undefined || stream === undefined) return undefined;
  return { id, stream, position: Number(position) };
}

/** `jiandu.intake.v1` → `intake` */
function serviceOf(topic: string): string {
  return topic.split('.')[1] ?? topic;
}

import { crc32 } from 'node:zlib';
import type { StoredEvent } from './stored-event.ts';

/** First bytes of every log file. */
export const FILE_HEADER = Buffer.from('jdesdb1\n');

/** Length and checksum before each frame, both 32 bits, little endian. */
export const FRAME_HEADER_BYTES = 8;

const ENTRY_HEADER_BYTES = 12;

/** An event before its place in the file is known. */
export type EventToFrame = Omit<StoredEvent, 'position'>;

/** One append: its events are in the file together or not at all. */
export interface Frame {
  readonly bytes: Buffer;
  readonly events: readonly StoredEvent[];
}

interface Head {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly json: boolean;
  readonly created: number;
}

/** Encodes the events of one append as they stand at this offset of the file. */
export function encodeFrame(events: readonly EventToFrame[], offset: number): Frame {
  const parts: Uint8Array[] = [];
  const stored: StoredEvent[] = [];
  let at = offset + FRAME_HEADER_BYTES;
  for (const event of events) {
    const { id, stream, revision, type, json, created, data, metadata } = event;
    const head = Buffer.from(JSON.stringify({ id, stream, revision, type, json, created } satisfies Head));
    const lengths = Buffer.alloc(ENTRY_HEADER_BYTES);
    lengths.writeUInt32LE(head.length, 0);
    lengths.writeUInt32LE(data.length, 4);
    lengths.writeUInt32LE(metadata.length, 8);
    parts.push(lengths, head, data, metadata);
    stored.push({ ...event, position: at });
    at += ENTRY_HEADER_BYTES + head.length + data.length + metadata.length;
  }
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  header.writeUInt32LE(body.length, 0);
  header.writeUInt32LE(crc32(body), 4);
  return { bytes: Buffer.concat([header, body]), events: stored };
}

/** Length of the whole frame that begins here, or `undefined` while not even its header is there. */
export function frameLength(bytes: Buffer): number | undefined {
  return bytes.length < FRAME_HEADER_BYTES ? undefined : FRAME_HEADER_BYTES + bytes.readUInt32LE(0);
}

/** The events of a whole frame that begins at this offset of the file; `undefined` when it is damaged. */
export function decodeFrame(frame: Buffer, offset: number): StoredEvent[] | undefined {
  const body = frame.subarray(FRAME_HEADER_BYTES);
  if (body.length === 0 || crc32(body) !== frame.readUInt32LE(4)) return undefined;
  const events: StoredEvent[] = [];
  let at = 0;
  while (at < body.length) {
    const position = offset + FRAME_HEADER_BYTES + at;
    const head = at + ENTRY_HEADER_BYTES;
    const data = head + body.readUInt32LE(at);
    const metadata = data + body.readUInt32LE(at + 4);
    const end = metadata + body.readUInt32LE(at + 8);
    events.push({
      ...(JSON.parse(body.toString('utf8', head, data)) as Head),
      position,
      data: body.subarray(data, metadata),
      metadata: body.subarray(metadata, end),
    });
    at = end;
  }
  return events;
}

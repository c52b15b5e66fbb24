import { type StoredEvent, TOMBSTONE } from '../log/stored-event.ts';
import type { Notice } from '../read/subscription.ts';
import { type Streams, streams } from './protocol.ts';
import { streamIdentifier, uuidOf } from './uuids.ts';

const TICKS_PER_MS = 10_000n;

/** An event as readers get it. Stream reads carry the place in the log too, as since 22.6. */
export function eventAnswer(event: StoredEvent, structuredIds: boolean): Streams.ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const position = String(event.position);
  recorded
    .setId(uuidOf(event.id, structuredIds))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(event.revision === TOMBSTONE ? '9223372036854775807' : String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.json ? 'application/json' : 'application/octet-stream')
    .set('created', String(BigInt(event.created) * TICKS_PER_MS));
  const read = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position);
  return new streams.ReadResp().setEvent(read);
}

export function noticeAnswer(notice: Notice, structuredIds: boolean): Streams.ReadResp {
  switch (notice.is) {
    case 'event':
      return eventAnswer(notice.event, structuredIds);
    case 'caught-up':
      return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
    case 'fell-behind':
      return new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind());
    case 'checkpoint': {
      const checkpoint = new streams.ReadResp.Checkpoint();
      checkpoint.setCommitPosition(String(notice.position)).setPreparePosition(String(notice.position));
      return new streams.ReadResp().setCheckpoint(checkpoint);
    }
  }
}

export function notFoundAnswer(stream: string): Streams.ReadResp {
  const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream));
  return new streams.ReadResp().setStreamNotFound(missing);
}

export function confirmationAnswer(id: string): Streams.ReadResp {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id);
  return new streams.ReadResp().setConfirmation(confirmation);
}

import type { ProposedEvent } from '../log/stored-event.ts';
import type { Streams } from './protocol.ts';
import { textOfUuid } from './uuids.ts';

/** A client left out what every event must have. */
export class MalformedEvent extends Error {}

/** @throws MalformedEvent */
export function proposedEvent(
  message: Streams.AppendReq.ProposedMessage | Streams.BatchAppendReq.ProposedMessage,
): ProposedEvent {
  const said = message.getMetadataMap();
  const type = said.get('type');
  const contentType = said.get('content-type');
  const id = textOfUuid(message.getId());
  if (type === undefined) throw new MalformedEvent("Required Metadata Property 'type' is missing");
  if (contentType === undefined)
    throw new MalformedEvent("Required Metadata Property 'content-type' is missing");
  if (id === '') throw new MalformedEvent('An event has no id');
  return {
    id,
    type,
    json: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** What an event counts for in the limit of an append. */
export function sizeOf({ type, data, metadata }: ProposedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}

import { type CloudEvent, INNER_VOLUME, toCloudEvent } from '@jiandu/contracts';
import type { EventDefinition, Recorded } from '@jiandu/eventing';
import { withoutFields } from '../replay/withheld-fields.ts';

/** All that is told of an event of a restricted thing: that the record went on. */
export interface RestrictedStub {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: 'urn:jiandu:restricted';
  readonly type: 'jiandu.restricted.v1';
  readonly time: string;
  readonly position: string;
  readonly secrecy: 'restricted';
}

export function restrictedStub({ id, position, metadata }: Recorded): RestrictedStub {
  return {
    specversion: '1.0',
    id,
    source: 'urn:jiandu:restricted',
    type: 'jiandu.restricted.v1',
    time: metadata.recordedAt,
    position: String(position),
    secrecy: 'restricted',
  };
}

/** An event as analysts get it: no personal fields, no inner volume; for auditors no content at all. */
export function feedEvent(
  event: Recorded,
  definition: EventDefinition,
  withContent: boolean,
): CloudEvent | Omit<CloudEvent, 'data'> {
  const { data, ...envelope } = toCloudEvent(event, definition);
  if (!withContent) return envelope;
  return { ...envelope, data: withoutFields(data, INNER_VOLUME[event.type] ?? []) };
}

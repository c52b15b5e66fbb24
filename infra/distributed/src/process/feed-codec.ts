import { eventDefinition, fromCloudEvent, toCloudEvent } from '@jiandu/contracts';
import type { Recorded } from '@jiandu/eventing';

const MEDIA_TYPE = 'application/cloudevents+json; charset=UTF-8';

/** A message as it travels: CloudEvents 1.0 in structured JSON, with headers for those who do not open it. */
export interface Message {
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Between the record and the broker; personal fields do not pass. */
export const feedCodec = {
  encode(event: Recorded): Message {
    const definition = eventDefinition(event.type);
    if (definition === undefined) throw new Error(`no service publishes the event ${event.type}`);
    const cloudEvent = toCloudEvent(event, definition);
    return {
      value: JSON.stringify(cloudEvent),
      headers: {
        'content-type': MEDIA_TYPE,
        ce_type: cloudEvent.type,
        ce_id: cloudEvent.id,
        correlationid: cloudEvent.correlationid,
        ...(cloudEvent.traceparent === undefined ? {} : { traceparent: cloudEvent.traceparent }),
      },
    };
  },

  decode({ value }: { readonly value: string | Buffer }): Recorded {
    return fromCloudEvent(JSON.parse(String(value)));
  },
};

import { eventDefinition, fromCloudEvent, toCloudEvent, UnreadableEvent } from '@jiandu/contracts';
import type { Recorded } from '@jiandu/eventing';

const MEDIA_TYPE = 'application/cloudevents+json; charset=UTF-8';

/** A message as it travels: CloudEvents 1.0 in structured JSON, with headers for those who do not open it. */
export interface Message {
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Between the record and the broker; personal fields do not pass. */
export const feedCodec = {
  /** Throws for an event that no service publishes: that is a bug of the publisher. */
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

  /** Throws `UnreadableEvent`, whose `problem` tells a foreign message from one that a newer release wrote. */
  decode({ value }: { readonly value: string | Buffer | null }): Recorded {
    return fromCloudEvent(parsed(value));
  },
};

function parsed(value: string | Buffer | null): unknown {
  if (value === null) throw new UnreadableEvent('malformed', 'the message is empty');
  try {
    return JSON.parse(String(value));
  } catch {
    throw new UnreadableEvent('malformed', 'the message is not JSON');
  }
}

import { isRetryable } from '@jiandu/eventing';

/** The broker does not answer, or not as it should; the same may be tried again. */
export class FeedUnavailable extends Error {
  readonly code = 'feed.unavailable';
  readonly retryable = true;

  constructor(cause: unknown) {
    super(`Kafka does not serve: ${messageOf(cause)}`, { cause });
    this.name = 'FeedUnavailable';
  }
}

/**
 * The topic takes no message of this size. Nothing of the batch was sent: an event left out would be a gap for everybody who
 * counts on the order of its key. Whoever publishes stands still, loudly, until `max.message.bytes` of the topic is raised.
 */
export class EventTooLarge extends Error {
  readonly code = 'feed.event-too-large';
  readonly retryable = false;

  constructor(topic: string, eventId: string, bytes: number, limit?: number) {
    const takes = limit === undefined ? 'the broker refuses so many' : `the topic takes ${limit}`;
    super(`The event ${eventId} for ${topic} has ${bytes} bytes as a message; ${takes} (max.message.bytes)`);
    this.name = 'EventTooLarge';
  }
}

/** An error of the feed as its callers know them; one that is theirs already stays as it is. */
export function asFeedError(error: unknown): Error {
  if (error instanceof EventTooLarge || (error instanceof Error && isRetryable(error))) return error;
  return new FeedUnavailable(error);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The protocol's name of an error, e.g. `MESSAGE_TOO_LARGE`, where the broker gave one. */
export function brokerCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('type' in error && typeof error.type === 'string') return error.type;
  return 'cause' in error ? brokerCodeOf(error.cause) : undefined;
}

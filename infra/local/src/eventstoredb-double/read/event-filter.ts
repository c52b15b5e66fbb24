import type { StoredEvent } from '../log/stored-event.ts';

/** Whether a reader of `$all` wants an event. */
export type EventFilter = (event: StoredEvent) => boolean;

export interface FilterWanted {
  readonly on: 'stream-name' | 'event-type';
  /** Counts when it is not empty; then the prefixes do not. */
  readonly regex: string;
  readonly prefixes: readonly string[];
}

/** @throws SyntaxError for an expression that is none */
export function eventFilter({ on, regex, prefixes }: FilterWanted): EventFilter {
  const textOf = on === 'stream-name' ? streamOf : typeOf;
  if (regex !== '') {
    const expression = new RegExp(regex);
    return (event) => expression.test(textOf(event));
  }
  return (event) => prefixes.some((prefix) => textOf(event).startsWith(prefix));
}

export const everything: EventFilter = () => true;

function streamOf({ stream }: StoredEvent): string {
  return stream;
}

function typeOf({ type }: StoredEvent): string {
  return type;
}

import type { Expected } from '../append/append-rules.ts';
import type { ProposedEvent } from '../log/stored-event.ts';
import type { Shared } from './protocol.ts';

/** An append of which not everything has arrived yet. */
export interface Batch {
  readonly correlationId: Shared.UUID | undefined;
  readonly stream: string;
  readonly expected: Expected;
  /** Milliseconds since 1970 after which the answer is a timeout. */
  readonly deadline: number;
  readonly events: ProposedEvent[];
  size: number;
}

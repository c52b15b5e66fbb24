import type { AppendQueue } from '../append/append-queue.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import type { LogIndex } from '../log/log-index.ts';
import type { Connections } from './connections.ts';

/** What the calls work on. */
export interface DoubleState {
  readonly index: LogIndex;
  readonly queue: AppendQueue;
  readonly faults: Switchboard;
  readonly connections: Connections;
  /** Port at which it serves. */
  readonly port: number;
}

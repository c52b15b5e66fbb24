import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@jiandu/eventing';
import {
  type EventStoreDouble,
  type FaultName,
  type FaultToArm,
  startEventStoreDouble,
} from '@jiandu/local-servers/eventstoredb-double';
import { expect } from 'vitest';
import { type EventStoreDbOptions, openEventStoreDb } from '../../src/eventstoredb/index.ts';

/** A double of its own for one spec, and stores on it. */
export interface DoubleRoom {
  readonly double: EventStoreDouble;
  /** A store that the room closes; `callMs` is short, so that a test of giving up is. */
  open(patience?: EventStoreDbOptions['patience']): Promise<EventStore>;
  /** Switches a fault on; what is answered asserts how often it fired since. */
  arm(fault: FaultToArm): Promise<{ fired(times: number): Promise<void> }>;
  /** Closes the stores and switches the faults off. */
  tidy(): Promise<void>;
  end(): Promise<void>;
}

export async function doubleRoom(): Promise<DoubleRoom> {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-eventstoredb-'));
  const double = await startEventStoreDouble({ directory, say: () => undefined });
  let stores: EventStore[] = [];
  const count = async (fault: FaultName) => (await double.control.counts())[fault];
  const tidy = async () => {
    await double.control.clear();
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
  };
  return {
    double,
    open: async (patience = {}) => {
      const store = await openEventStoreDb({ url: double.url, allowDouble: true, patience });
      stores.push(store);
      return store;
    },
    arm: async (fault) => {
      const before = await count(fault.fault);
      await double.control.arm(fault);
      return {
        fired: async (times) =>
          expect((await count(fault.fault)) - before, `${fault.fault} fired`).toBe(times),
      };
    },
    tidy,
    end: async () => {
      await tidy();
      await double.stop();
      await rm(directory, { recursive: true });
    },
  };
}

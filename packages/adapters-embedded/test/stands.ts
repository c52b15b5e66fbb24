import { join } from 'node:path';
import type { EventStore } from '@jiandu/eventing';
import {
  type ContractCase,
  contractSizes,
  eventFeedContract,
  eventStoreContract,
  keyRingContract,
  type Opened,
  type OpenedFeed,
  readModelsContract,
} from '@jiandu/eventing/contract';
import { openEventStore, openFeed, openKeyRing, openReadModels } from '../src/index.ts';
import { freshDirectory, inMemory, onFile } from './places.ts';

/** An embedded adapter, and the promises it is held to. */
export interface EmbeddedStand {
  readonly port: 'EventStore' | 'EventFeed' | 'ReadModels' | 'KeyRing';
  readonly on: string;
  /** How many cases the contract of the port has. */
  readonly size: number;
  readonly cases: readonly ContractCase[];
}

const FILE = 'an embedded file';
const MEMORY = 'embedded memory';

export const embeddedStands: readonly EmbeddedStand[] = [
  {
    port: 'EventStore',
    on: FILE,
    size: contractSizes.eventStore,
    cases: eventStoreContract(() => onFile(openEventStore)),
  },
  {
    port: 'EventStore',
    on: MEMORY,
    size: contractSizes.eventStore,
    cases: eventStoreContract(() => inMemory(openEventStore)),
  },
  {
    port: 'EventFeed',
    on: FILE,
    size: contractSizes.eventFeed,
    cases: eventFeedContract(() => feedOver(onFile(openEventStore))),
  },
  {
    port: 'EventFeed',
    on: MEMORY,
    size: contractSizes.eventFeed,
    cases: eventFeedContract(() => feedOver(inMemory(openEventStore))),
  },
  {
    port: 'ReadModels',
    on: FILE,
    size: contractSizes.readModels,
    cases: readModelsContract(() => onFile(openReadModels)),
  },
  {
    port: 'ReadModels',
    on: MEMORY,
    size: contractSizes.readModels,
    cases: readModelsContract(() => inMemory(openReadModels)),
  },
  { port: 'KeyRing', on: FILE, size: contractSizes.keyRing, cases: keyRingContract(keyRing) },
];

async function feedOver(opening: Promise<Opened<EventStore>>): Promise<OpenedFeed> {
  const { adapter: store, close } = await opening;
  const feed = openFeed(store);
  return {
    adapter: feed,
    record: async (stream, events) => {
      await store.append(stream, events, 'none');
      return store.readStream(stream);
    },
    close: async () => {
      await feed.close();
      await close();
    },
  };
}

async function keyRing() {
  const { directory, remove } = await freshDirectory();
  const options = { directory: join(directory, 'keys'), masterKey: new Uint8Array(32).fill(7) };
  const adapter = openKeyRing(options);
  let current = adapter;
  return {
    adapter,
    reopen: async () => {
      await current.close();
      current = openKeyRing(options);
      return current;
    },
    close: async () => {
      await current.close();
      await remove();
    },
  };
}

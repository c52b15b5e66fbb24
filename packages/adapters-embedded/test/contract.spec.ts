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
import { describe, expect, it } from 'vitest';
import { openEventStore, openFeed, openKeyRing, openReadModels } from '../src/index.ts';
import { freshDirectory, inMemory, onFile } from './places.ts';

const suites: readonly (readonly [string, number, readonly ContractCase[]])[] = [
  ['event store on file', contractSizes.eventStore, eventStoreContract(() => onFile(openEventStore))],
  ['event store in memory', contractSizes.eventStore, eventStoreContract(() => inMemory(openEventStore))],
  ['feed on file', contractSizes.eventFeed, eventFeedContract(() => feedOver(onFile(openEventStore)))],
  ['feed in memory', contractSizes.eventFeed, eventFeedContract(() => feedOver(inMemory(openEventStore)))],
  ['read models on file', contractSizes.readModels, readModelsContract(() => onFile(openReadModels))],
  ['read models in memory', contractSizes.readModels, readModelsContract(() => inMemory(openReadModels))],
  ['key ring on file', contractSizes.keyRing, keyRingContract(keyRing)],
];

describe.each(suites)('%s', (_name, size, cases) => {
  it('has every case of its contract', () => {
    expect(cases.length).toBe(size);
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('$name', ({ run }) => run());
});

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

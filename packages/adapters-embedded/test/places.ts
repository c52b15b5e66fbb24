import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Opened } from '@jiandu/eventing/contract';
import type { Place } from '../src/index.ts';

/** A data directory of its own, and how to remove it. */
export async function freshDirectory(): Promise<{ readonly directory: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'jiandu-'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

interface Closable {
  close(): Promise<void>;
}

/** Opens an adapter on a file that is removed afterwards, and which can be opened again. */
export async function onFile<A extends Closable>(open: (place: Place) => A): Promise<Opened<A>> {
  const { directory, remove } = await freshDirectory();
  const place = { file: join(directory, 'data.db') };
  const adapter = open(place);
  let current = adapter;
  return {
    adapter,
    reopen: async () => {
      await current.close();
      current = open(place);
      return current;
    },
    close: async () => {
      await current.close();
      await remove();
    },
  };
}

/** Opens an adapter in memory. */
export async function inMemory<A extends Closable>(open: (place: Place) => A): Promise<Opened<A>> {
  const adapter = open({ memory: true });
  return { adapter, close: () => adapter.close() };
}

import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppendToStreamOptions, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type EventStoreDouble, startEventStoreDouble } from '@jiandu/local-servers/eventstoredb-double';

/** A double in a directory of its own, with the official client in front of it. */
export interface ClientOnDouble {
  readonly directory: string;
  readonly double: EventStoreDouble;
  readonly client: EventStoreDBClient;
  close(): Promise<void>;
}

export async function clientOnDouble(): Promise<ClientOnDouble> {
  const directory = mkdtempSync(join(tmpdir(), 'eventstoredb-double-'));
  const double = await startEventStoreDouble({ directory, say: () => undefined });
  const client = EventStoreDBClient.connectionString(double.url);
  return {
    directory,
    double,
    client,
    close: async () => {
      await client.dispose();
      await double.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** How an append travels: the client takes the older call when credentials come with it. */
export const appendPaths: readonly (readonly [path: string, options: AppendToStreamOptions])[] = [
  ['BatchAppend', {}],
  ['Append', { credentials: { username: 'somebody', password: 'something' } }],
];

export function event(n: number, id: string = randomUUID()) {
  return jsonEvent({ id, type: 'Counted', data: { n }, metadata: { by: 'spec' } });
}

export function events(count: number) {
  return Array.from({ length: count }, (_, n) => event(n));
}

export function streamName(category = 'spec'): string {
  return `${category}-${randomUUID()}`;
}

/** Everything a read gives; a missing stream rejects. */
export async function all<T>(read: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of read) found.push(one);
  return found;
}

interface Given {
  readonly event?: { readonly type: string; readonly data: unknown };
}

/** What a subscription has said so far, in order: event numbers, and the other notices by name. */
export function heard(subscription: EventEmitter): unknown[] {
  const said: unknown[] = [];
  subscription.on('data', (given: Given) => said.push(numberOf(given) ?? given.event?.type));
  subscription.on('caughtUp', () => said.push('caught up'));
  subscription.on('fellBehind', () => said.push('fell behind'));
  subscription.on('error', (error: Error & { type?: string }) => said.push(error.type ?? error.message));
  return said;
}

/** The number in an event of these specs; one of the server has none. */
export function numberOf({ event }: Given): number | undefined {
  const data = event?.data;
  return typeof data === 'object' && data !== null && 'n' in data ? Number(data.n) : undefined;
}

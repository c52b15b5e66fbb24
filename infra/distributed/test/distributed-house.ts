import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb } from '@jiandu/adapters-distributed/eventstoredb';
import { openMongoReadModels } from '@jiandu/adapters-distributed/mongodb';
import type { EventStore, ReadModels } from '@jiandu/eventing';
import { ServerMissing } from '@jiandu/local-servers';
import {
  type DistributedHouse,
  type HouseWanted,
  startDistributedHouse,
} from '../src/start/distributed-house.ts';

/** The instant at which the clocks of tests stand: before the first of the worked matters. */
const CLOCK_BEGINS = '2025-02-28T10:00:00.000Z';

/** A distributed house on servers of this machine, and its engines as an auditor would open them. */
export interface HouseUnderTest {
  readonly house: DistributedHouse;
  readonly record: EventStore;
  readonly views: ReadModels;
  close(): Promise<void>;
}

/**
 * Starts an empty house. Where its servers cannot be had it answers why, for the one skip that says so; on a machine that must
 * have them (`REQUIRE_SERVERS=on`) it throws.
 */
export async function startHouseUnderTest(
  wanted: Partial<HouseWanted> = {},
): Promise<HouseUnderTest | string> {
  const directory = mkdtempSync(join(tmpdir(), 'jiandu-distributed-'));
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  try {
    const house = await startDistributedHouse({
      directory,
      mode: 'test',
      download: false,
      ...wanted,
      settings: { JIANDU_DEMO_CLOCK: CLOCK_BEGINS, JIANDU_RATE_LIMIT: '0', ...wanted.settings },
    });
    const record = await openEventStoreDb({ url: house.servers.eventstore.url, allowDouble: true });
    const views = await openMongoReadModels({ url: house.servers.mongo.url, database: 'jiandu' });
    const close = async () => {
      await record.close();
      await views.close();
      await house.stop();
      remove();
    };
    return { house, record, views, close };
  } catch (error) {
    remove();
    if (error instanceof ServerMissing && process.env['REQUIRE_SERVERS'] !== 'on') return error.message;
    throw error;
  }
}

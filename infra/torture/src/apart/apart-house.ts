import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb } from '@jiandu/adapters-distributed/eventstoredb';
import { openMongoReadModels } from '@jiandu/adapters-distributed/mongodb';
import { type DistributedHouse, type HouseWanted, startDistributedHouse } from '@jiandu/distributed/house';
import type { EventStore, ReadModels } from '@jiandu/eventing';
import type { RunningServer } from '@jiandu/local-servers';
import { Dice } from '../dice.ts';
import { Wire } from '../house/wire.ts';
import { within } from '../pause.ts';
import { Clients } from '../traffic/clients.ts';
import { CommandBook } from '../traffic/command-book.ts';
import { Desk } from '../traffic/desk.ts';

/** A distributed house with clients at its gateway, and its engines as an independent judge opens them. */
export interface ApartHouse {
  readonly house: DistributedHouse;
  readonly book: CommandBook;
  readonly desk: Desk;
  /** What can be killed, by name: six services, the gateway, the servers. */
  readonly victims: ReadonlyMap<string, RunningServer>;
  record(): Promise<EventStore>;
  views(): Promise<ReadModels>;
  /**
   * Lets clients work while something happens; then they finish their leads and go. Answers how long it took from then until
   * all that follows had arrived everywhere.
   */
  whileWorking<T>(
    happens: () => Promise<T>,
  ): Promise<{ readonly happened: T; readonly levelAfterMs: number }>;
  /** Ends everything. What lies on disk is removed unless somebody wants to look at it; answers where it is left then. */
  close(options?: { readonly keep: boolean }): Promise<string | undefined>;
}

export interface ApartWanted extends Pick<HouseWanted, 'brokers' | 'settings' | 'settingsOf' | 'download'> {
  readonly seed: number;
  readonly clients: number;
}

const PATIENCE_MS = 240_000;
const RETRY_MS = 150;

/** Starts an empty house and lets clients in. Rejects with `ServerMissing` where its servers cannot be had. */
export async function openApartHouse({ seed, clients, ...wanted }: ApartWanted): Promise<ApartHouse> {
  const directory = mkdtempSync(join(tmpdir(), 'jiandu-apart-'));
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  let house: DistributedHouse;
  try {
    house = await startDistributedHouse({
      directory,
      mode: 'test',
      ...wanted,
      settings: { JIANDU_RATE_LIMIT: '0', JIANDU_AFTER_TIMEOUT: '60000', ...wanted.settings },
    });
  } catch (error) {
    remove();
    throw error;
  }
  const book = new CommandBook({ unknownAfter503: true });
  const dice = new Dice(seed);
  const desk = new Desk({ book, dice: dice.fork(), abandons: 0.02, retryMs: RETRY_MS });
  desk.open(new Wire(house.gateway.port, clients * 2));
  let shifts = 0;
  const opened: (EventStore | ReadModels)[] = [];
  const kept = <T extends EventStore | ReadModels>(adapter: T): T => {
    opened.push(adapter);
    return adapter;
  };
  return {
    house,
    book,
    desk,
    victims: victimsOf(house),
    record: async () =>
      kept(await openEventStoreDb({ url: house.servers.eventstore.url, allowDouble: true })),
    views: async () => kept(await openMongoReadModels({ url: house.servers.mongo.url, database: 'jiandu' })),
    whileWorking: async (happens) => {
      shifts += 1;
      const name = `${seed}-${shifts}-`;
      const traffic = new Clients({ desk, dice: dice.fork(), clients, thinks: 60, name });
      const happened = await happens();
      const begun = performance.now();
      await within(PATIENCE_MS, 'finishing every lead', traffic.leave());
      await within(PATIENCE_MS, 'becoming level', waitUntilLevel(desk, book.newestPosition));
      return { happened, levelAfterMs: performance.now() - begun };
    },
    close: async ({ keep } = { keep: false }) => {
      desk.finish();
      desk.close();
      await Promise.all(opened.map((adapter) => adapter.close()));
      await house.stop();
      if (keep) return directory;
      remove();
      return undefined;
    },
  };
}

function victimsOf({ services, gateway, servers }: DistributedHouse): ReadonlyMap<string, RunningServer> {
  const brokers = servers.kafka.servers.map((server, place) => [`kafka ${place + 1}`, server] as const);
  return new Map<string, RunningServer>([
    ...services,
    ['gateway', gateway],
    ['eventstoredb', servers.eventstore],
    ...brokers,
    ['mongodb', servers.mongo],
  ]);
}

/** Two services are asked for something that must hold all that follows from a position, in whatever service. */
async function waitUntilLevel(desk: Desk, position: number): Promise<void> {
  await desk.ask('P-630103-shi', `/v1/intake/number-series?unit=630103&after=${position}`);
  await desk.ask('P-630103-bai', `/v1/reporting/deadlines?unit=630103&after=${position}`);
}

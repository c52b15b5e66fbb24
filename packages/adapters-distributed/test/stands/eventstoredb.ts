import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@jiandu/eventing';
import {
  contractSizes,
  eventStoreContract,
  type Opened,
  type OpenedEventStore,
  type Trouble,
} from '@jiandu/eventing/contract';
import { ServerMissing } from '@jiandu/local-servers';
import { type ContainedEngine, startContained } from '@jiandu/local-servers/containers';
import {
  type EventStoreDouble,
  type FaultName,
  startEventStoreDouble,
} from '@jiandu/local-servers/eventstoredb-double';
import { Connection } from '../../src/eventstoredb/connection.ts';
import { connectionSettings } from '../../src/eventstoredb/connection-settings.ts';
import { type EventStoreDbOptions, openEventStoreDb } from '../../src/eventstoredb/index.ts';
import type { Stand, StandToTry } from './stand.ts';

const PATIENCE_MS = 10_000;

/** An adapter that is opened again on the same server, which keeps what it was given. */
async function openedOn(options: EventStoreDbOptions): Promise<Opened<EventStore>> {
  let current = await openEventStoreDb(options);
  return {
    adapter: current,
    reopen: async () => {
      await current.close();
      current = await openEventStoreDb(options);
      return current;
    },
    close: () => current.close(),
  };
}

async function versionAt(options: EventStoreDbOptions): Promise<string> {
  await (await openEventStoreDb(options)).close();
  const connection = new Connection(connectionSettings(options), PATIENCE_MS);
  try {
    return (await connection.supportedMethods(PATIENCE_MS)).getEventStoreServerVersion();
  } finally {
    await connection.close();
  }
}

/** The same, with a server that makes trouble when it is told to. */
async function openedOnDouble({ url, control }: EventStoreDouble): Promise<OpenedEventStore> {
  const { close, ...opened } = await openedOn({ url, allowDouble: true });
  const once = (fault: FaultName) => async (): Promise<Trouble> => {
    const { [fault]: before } = await control.counts();
    await control.arm({ fault, calls: 1 });
    return { struck: async () => (await control.counts())[fault] > before };
  };
  return {
    ...opened,
    engineWrites: () => control.recordSystemEvent(),
    loseAnswer: once('drop-after-append'),
    cutSubscriptions: once('drop-subscription'),
    close: async () => {
      await control.clear();
      await close();
    },
  };
}

/** The protocol double of `infra/local`: the official wire format, without the server's own code behind it. */
export const eventStoreOnDouble: StandToTry = {
  port: 'EventStore',
  wants: 'the EventStoreDB test double',
  local: true,
  size: contractSizes.eventStore,
  start: async (): Promise<Stand> => {
    const directory = await mkdtemp(join(tmpdir(), 'jiandu-eventstoredb-'));
    const double = await startEventStoreDouble({ directory, say: () => undefined });
    return {
      on: `${double.name} (client 6.2.1)`,
      cases: eventStoreContract(() => openedOnDouble(double)),
      close: async () => {
        await double.stop();
        await rm(directory, { recursive: true });
      },
    };
  },
};

/** A real EventStoreDB or KurrentDB: one that somebody else started, where what the suite writes stays, or one in a container. */
export const eventStoreOnReal: StandToTry = {
  port: 'EventStore',
  wants: 'EventStoreDB or KurrentDB, at KURRENTDB_URL or in a container',
  local: false,
  size: contractSizes.eventStore,
  start: async (): Promise<Stand> => {
    const given = process.env['KURRENTDB_URL'];
    const engine = given ? { url: given, stop: async () => undefined } : await inContainer();
    const options: EventStoreDbOptions = { url: engine.url, allowDouble: false };
    return {
      on: `EventStoreDB or KurrentDB ${await versionAt(options)}`,
      cases: eventStoreContract(() => openedOn(options)),
      close: () => engine.stop(),
    };
  },
};

async function inContainer(): Promise<ContainedEngine> {
  try {
    return await startContained('kurrentdb');
  } catch (error) {
    if (!(error instanceof ServerMissing)) throw error;
    throw new ServerMissing(
      `${error.message}, and KURRENTDB_URL names no real EventStoreDB or KurrentDB, such as esdb://127.0.0.1:2113?tls=false`,
    );
  }
}

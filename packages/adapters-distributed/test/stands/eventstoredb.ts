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

/** A real EventStoreDB or KurrentDB that somebody else started; what the suite writes stays there. */
export const eventStoreOnReal: StandToTry = {
  port: 'EventStore',
  wants: 'EventStoreDB or KurrentDB at KURRENTDB_URL',
  local: false,
  size: contractSizes.eventStore,
  start: async (): Promise<Stand> => {
    const url = process.env['KURRENTDB_URL'];
    if (url === undefined || url === '')
      throw new ServerMissing(
        'no real EventStoreDB: set KURRENTDB_URL to one, e.g. with Docker: docker run -e KURRENTDB_INSECURE=true ' +
          '-p 2113:2113 docker.kurrent.io/kurrent-lts/kurrentdb, then KURRENTDB_URL=esdb://127.0.0.1:2113?tls=false',
      );
    const options: EventStoreDbOptions = { url, allowDouble: false };
    return {
      on: `EventStoreDB or KurrentDB ${await versionAt(options)}`,
      cases: eventStoreContract(() => openedOn(options)),
      close: async () => undefined,
    };
  },
};

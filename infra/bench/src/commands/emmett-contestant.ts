import { join } from 'node:path';
import { CommandHandler, type Event } from '@event-driven-io/emmett';
import {
  appendToStream,
  createEventStoreSchema,
  getSQLiteEventStore,
  readStream,
  sqliteConnection,
} from '@event-driven-io/emmett-sqlite';
import { onStage } from '../contestant/stage.ts';
import type { RunnerFacts } from './runner-contestant.ts';

/** How emmett-sqlite is to be used. */
export interface EmmettParameters {
  readonly directory: string;
  /** As its documentation shows it; or with one kept connection and a queue in front, which is the fastest way found. */
  readonly use: 'documented' | 'best';
  readonly event: RunnerFacts['event'];
}

type SampleEvent = Event<string, Record<string, unknown>, Record<string, unknown>>;

/** The same command: read the stream, append one event of the same content, expecting what was read. */
onStage<EmmettParameters>(async ({ directory, use, event }) => {
  const fileName = join(directory, `emmett-${use}.db`);
  const sample = event as unknown as SampleEvent;
  return { performer: use === 'documented' ? documented(fileName, sample) : await best(fileName, sample) };
});

function documented(fileName: string, event: SampleEvent) {
  const store = getSQLiteEventStore({ fileName });
  const handle = CommandHandler<boolean, SampleEvent>({ evolve: () => true, initialState: () => false });
  return {
    once: async () => {
      await handle(store, `lead-${crypto.randomUUID()}`, () => event);
    },
    close: async () => undefined,
  };
}

async function best(fileName: string, event: SampleEvent) {
  const connection = sqliteConnection({ fileName });
  await createEventStoreSchema(connection);
  let queue: Promise<unknown> = Promise.resolve();
  const command = async () => {
    const stream = `lead-${crypto.randomUUID()}`;
    const { currentStreamVersion } = await readStream<SampleEvent>(connection, stream);
    const appended = await appendToStream(connection, stream, 'lead', [event], {
      expectedStreamVersion: currentStreamVersion,
    });
    if (!appended.success) throw new Error('lost a race on a stream of its own');
  };
  return {
    once: () => {
      const mine = queue.then(command);
      queue = mine.catch(() => undefined);
      return mine;
    },
    close: async () => connection.close(),
  };
}

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { accessRules } from '@jiandu/access';
import { followEventStore, openEventStore, openReadModels } from '@jiandu/adapters-embedded';
import { buildUpTo, type Doc, ServiceIndex } from '@jiandu/eventing';
import { reporting } from '@jiandu/reporting';
import { services } from '@jiandu/standalone/services';
import { onStage } from '../contestant/stage.ts';
import { copyOf, playedLog } from './ledger-log.ts';

export interface LedgerParameters {
  readonly directory: string;
  readonly events: number;
}

export interface LedgerFacts {
  readonly events: number;
}

/** Writes the log; then each piece of work is one bare scan of it with JSON.parse, or one rebuild of the main ledger. */
onStage<LedgerParameters & { readonly rebuild: boolean }>(async ({ directory, events, rebuild }) => {
  const file = join(directory, 'log.db');
  if (!rebuild) await writeLog(file, directory, events);
  const store = followEventStore({ file, pollEvery: 0 });
  const head = await store.head();
  const view = reporting.views.find(({ name }) => name === 'mainLedger');
  if (view === undefined) throw new Error('reporting has no main ledger');
  const index = new ServiceIndex(services, accessRules.refusals);
  let built = 0;

  const rebuildOnce = async () => {
    built += 1;
    const beside = openReadModels({ file: join(directory, `ledger-${built}.db`) });
    const collection = `reporting.${view.name}`;
    const documents = await beside.open<Doc>({
      name: collection,
      fields: view.fields,
      lists: view.lists ?? [],
    });
    await buildUpTo({ service: reporting, view, index, store, beside }, documents, collection, head);
    await beside.close();
  };
  const database = new DatabaseSync(file, { readOnly: true });
  const scan = async () => {
    let read = 0;
    for (const row of database.prepare('SELECT body FROM events ORDER BY position').iterate()) {
      if (JSON.parse(String(row['body'])) !== null) read += 1;
    }
    if (read !== head) throw new Error(`read ${read} of ${head}`);
  };
  const facts: LedgerFacts = { events: head };
  return {
    facts,
    performer: {
      once: rebuild ? rebuildOnce : scan,
      close: async () => {
        database.close();
        await store.close();
      },
    },
  };
});

async function writeLog(file: string, directory: string, events: number): Promise<void> {
  const played = await playedLog(join(directory, 'played'));
  const store = openEventStore({ file });
  for (let copy = 0; (await store.head()) < events; copy += 1) {
    const appends = copyOf(played, copy).map(({ stream, ...event }) => store.append(stream, [event], 'any'));
    await Promise.all(appends);
  }
  await store.close();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb } from '@jiandu/adapters-distributed/eventstoredb';
import { openMongoReadModels } from '@jiandu/adapters-distributed/mongodb';
import { closingLine, lineOfStep, overHttp, play, workedMatters } from '@jiandu/worked-matters';
import { startDistributedHouse } from './start/distributed-house.ts';
import { lineOfVerdict, viewsAgainstRecord } from './verify/views-against-record.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
/** Before the first of the worked matters. */
const CLOCK_BEGINS = '2025-02-28T10:00:00.000Z';

/**
 * `npm run play:distributed -- [EX-01 …]`: plays each matter through the gateway of an empty distributed house, then compares
 * every view with what embedded stores make of the same record. Answers how many differences there were.
 */
async function playOne(id: string): Promise<number> {
  const matter = workedMatters.find((each) => each.id === id);
  if (matter === undefined) {
    say(`没有${id} / there is no ${id}; there are ${workedMatters.map((each) => each.id).join(', ')}`);
    return 1;
  }
  const directory = mkdtempSync(join(tmpdir(), 'jiandu-play-'));
  const settings = { JIANDU_DEMO_CLOCK: CLOCK_BEGINS, JIANDU_LOG_LEVEL: 'error' };
  try {
    const house = await startDistributedHouse({ directory, mode: 'test', settings, say });
    try {
      say(`\n${matter.id}  ${matter.title.zh} / ${matter.title.en}`);
      const played = await play(matter, overHttp(house.url), (step) => say(lineOfStep(step)));
      const record = await openEventStoreDb({ url: house.servers.eventstore.url, allowDouble: true });
      const views = await openMongoReadModels({ url: house.servers.mongo.url, database: 'jiandu' });
      const verdicts = await viewsAgainstRecord(record, views);
      await Promise.all([record.close(), views.close()]);
      for (const verdict of verdicts) say(lineOfVerdict(verdict));
      for (const difference of played.differences) say(`✗ ${difference}`);
      const unequal = verdicts.filter(({ equal }) => !equal).length;
      say(`${closingLine(played)}, ${verdicts.length - unequal} of ${verdicts.length} views equal`);
      return played.differences.length + unequal;
    } finally {
      await house.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

const asked = process.argv.slice(2);
let differences = 0;
for (const id of asked.length === 0 ? workedMatters.map((each) => each.id) : asked) {
  differences += await playOne(id);
}
process.exit(differences === 0 ? 0 : 1);

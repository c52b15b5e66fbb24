import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { closingLine, lineOfStep, overHttp, play, workedMatters } from '@jiandu/worked-matters';
import { bootstrap } from './bootstrap.ts';
import { DEMONSTRATION_BEGINS } from './demonstration.ts';
import { openHouse } from './house.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Plays one matter through the public HTTP API of a house on an empty data directory; answers the number of differences. */
async function playOne(id: string): Promise<number> {
  const matter = workedMatters.find((each) => each.id === id);
  if (matter === undefined) {
    say(`没有${id} / there is no ${id}; there are ${workedMatters.map((each) => each.id).join(', ')}`);
    return 1;
  }
  const data = await mkdtemp(join(tmpdir(), 'jiandu-play-'));
  const { settings } = readSettings({ JIANDU_LOG_LEVEL: 'error' }, [
    '--mode',
    'test',
    '--port',
    '0',
    '--data',
    data,
  ]);
  const house = await openHouse(settings, DEMONSTRATION_BEGINS);
  try {
    await bootstrap(house.runtime, demoStaff);
    say(`\n${matter.id}  ${matter.title.zh} / ${matter.title.en}`);
    const played = await play(matter, overHttp(await house.listen()), (step) => say(lineOfStep(step)));
    for (const difference of played.differences) say(`✗ ${difference}`);
    say(closingLine(played));
    return played.differences.length;
  } finally {
    await house.close();
    await rm(data, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
let differences = 0;
for (const id of asked.length === 0 ? workedMatters.map((each) => each.id) : asked)
  differences += await playOne(id);
process.exit(differences === 0 ? 0 : 1);

import { writeSync } from 'node:fs';
import { openReadModels } from '../src/index.ts';

/** Commits to two collections in turns until it is killed; prints when there is something to lose. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: committing-writer FILE');
const models = openReadModels({ file });
const names = ['torture.even@1', 'torture.odd@1'];
for (const name of names) await models.open({ name, fields: ['number'], lists: [] });
const reached = await Promise.all(names.map(async (name) => Number((await models.checkpoint(name)) ?? -1)));

for (let number = Math.max(...reached) + 1; ; number++) {
  const changes = ['first', 'second'].map((id) => ({ put: { id, number } }));
  await models.commit(names[number % 2] ?? '', changes, String(number));
  writeSync(1, '.');
  if (number % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
}

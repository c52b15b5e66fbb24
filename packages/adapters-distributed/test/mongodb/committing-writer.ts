/** Commits number after number until it is killed, and says which were acknowledged. */
import { openMongoReadModels } from '../../src/mongodb/index.ts';
import { changesOf, spec } from './numbered.ts';

const [url = '', database = '', name = ''] = process.argv.slice(2);
const models = await openMongoReadModels({ url, database });
await models.open(spec(name));
let n = Number((await models.checkpoint(name)) ?? 0);
for (;;) {
  n += 1;
  await models.commit(name, changesOf(n), String(n));
  process.stdout.write(`${n}\n`);
}

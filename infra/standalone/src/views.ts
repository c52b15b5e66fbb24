import { parseArgs } from 'node:util';
import * as access from '@jiandu/access';
import { followEventStore, followReadModels, openReadModels } from '@jiandu/adapters-embedded';
import { ServiceIndex, verifyView } from '@jiandu/eventing';
import { dataDirectory } from './data-directory.ts';
import { services } from './services.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: process.env.JIANDU_DATA ?? './data' } },
});

/** `npm run views -- verify [view …] [--data DIR]`: builds every view from the log beside the live one and compares. */
async function verify(wanted: readonly string[]): Promise<boolean> {
  const { log, views } = dataDirectory(values.data);
  const store = followEventStore({ file: log, pollEvery: 0 });
  const live = followReadModels({ file: views });
  const index = new ServiceIndex(services, access.accessRefusals);
  let equal = true;
  for (const service of services) {
    for (const view of service.views) {
      if (wanted.length > 0 && !wanted.includes(`${service.name}.${view.name}`)) continue;
      const beside = openReadModels({ memory: true });
      const verdict = await verifyView({ service, view, index, store, live, beside });
      await beside.close();
      equal &&= verdict.equal;
      const mark = verdict.equal ? '=' : `≠ first at ${verdict.firstDifference}`;
      say(
        `${mark}  ${verdict.view}  ${verdict.documents} documents up to ${verdict.position}  ${verdict.rebuiltHash.slice(0, 16)}`,
      );
    }
  }
  await live.close();
  await store.close();
  return equal;
}

const [action, ...names] = positionals;
if (action !== 'verify') {
  say('用法 / usage: npm run views -- verify [service.view …] [--data DIR]');
  process.exit(2);
}
const equal = await verify(names);
say(equal ? '全部一致 / all equal' : '有差异 / differences found');
process.exit(equal ? 0 : 1);

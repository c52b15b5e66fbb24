import { readDistributedSettings, WrongSettings } from '@jiandu/host';
import { services } from '@jiandu/standalone/services';
import { whyNotStarted } from '@jiandu/standalone/why-not-started';
import { Closers } from '../process/closers.ts';
import { openRecord, openViews } from '../process/engines.ts';
import { lineOfVerdict, viewsAgainstRecord } from './views-against-record.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * `npm run views:distributed`: compares the views of the service that `JIANDU_SERVICE` names, under that service's settings and
 * beside it while it runs, with the record. A line for each view; ends with 1 when one differs.
 */
async function main(): Promise<boolean> {
  const { settings } = readDistributedSettings(process.env, process.argv.slice(2));
  const service = services.find(({ name }) => name === settings.JIANDU_SERVICE);
  if (service === undefined)
    throw new WrongSettings(`JIANDU_SERVICE: ${settings.JIANDU_SERVICE} has no views; name a service`);
  const closers = new Closers();
  try {
    const record = closers.kept(await openRecord(settings));
    const views = closers.kept(await openViews(settings));
    const verdicts = await viewsAgainstRecord(record, views, [service]);
    for (const verdict of verdicts) say(lineOfVerdict(verdict));
    const equal = verdicts.every((verdict) => verdict.equal);
    say(equal ? '全部一致 / all equal' : '有差异 / differences found');
    return equal;
  } finally {
    await closers.closeAll();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`The views were not compared / 未能核对:\n${whyNotStarted(error)}\n`);
  process.exitCode = 1;
}

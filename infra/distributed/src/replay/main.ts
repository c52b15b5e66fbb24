import { parseArgs } from 'node:util';
import { openLog, readDistributedSettings } from '@jiandu/host';
import { whyNotStarted } from '@jiandu/standalone/why-not-started';
import { Closers } from '../process/closers.ts';
import { openEngines } from '../process/engines.ts';
import { refuseTopic, replay } from './replay.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * Replays the record to a topic of its own, under the settings of the service that `JIANDU_SERVICE` names:
 * `node infra/distributed/src/replay/main.ts --topic jiandu.replay.<name>.v1`. Interrupted and called again, it goes on.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { topic: { type: 'string' } } });
  const topic = values.topic ?? '';
  const refusal = refuseTopic(topic);
  if (refusal !== undefined) {
    process.stderr.write(`--topic ${refusal}\n`);
    return false;
  }
  const { settings } = readDistributedSettings(process.env, []);
  const closers = new Closers();
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  try {
    const engines = await openEngines(settings, openLog(settings.JIANDU_LOG_LEVEL), closers);
    const { published, at, end, finished } = await replay({
      topic,
      store: engines.record,
      feed: engines.broker,
      readModels: engines.readModels,
      signal: stop.signal,
      onProgress: (progress) => say(`${progress.at} of ${progress.end}, ${progress.published} events`),
    });
    say(finished ? `finished: ${published} events` : `stopped at ${at} of ${end}; call it again to go on`);
    return finished;
  } finally {
    await closers.closeAll();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`The record was not replayed / 未能重放:\n${whyNotStarted(error)}\n`);
  process.exitCode = 1;
}

import { engines } from './engines.ts';

/**
 * Runs one engine in a container until standard input closes, that is until whoever started this has ended in whatever way; its
 * first line is the engine's address. The library's own sweeper removes the container should this process be killed.
 */
const [name = ''] = process.argv.slice(2);
const start = engines[name];
if (start === undefined) {
  process.stderr.write(`there is no ${name}; there are ${Object.keys(engines).join(', ')}\n`);
  process.exit(2);
}
const { url, stop } = await start();
process.stdout.write(`${url}\n`);
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('close', resolve));
await stop();
process.exit(0);

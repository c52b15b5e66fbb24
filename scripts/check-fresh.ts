import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { readLead, registerLead, signIn } from './fresh/first-lead.ts';
import { runAsNewcomer } from './fresh/newcomer.ts';
import { Server } from './fresh/server.ts';
import { step } from './fresh/step.ts';

/**
 * Does what a newcomer does with the last commit: clone, install, start, work, and find everything again after the
 * power went off. `--full` runs the tests there as well.
 */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'jiandu-fresh-'));
const house = join(place, 'jiandu');
const data = join(place, 'data');
let server: Server | undefined;

const cleanUp = async () => {
  await server?.kill();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

try {
  mkdirSync(data);
  await step('git clone', () => runAsNewcomer('git', ['clone', '--quiet', root, house], place));
  await step('npm ci', () => runAsNewcomer('npm', ['ci'], house));
  const first = await step('npm start, first time, until ready', () => Server.start(house, data));
  server = first;
  const token = await step('sign in', () => signIn(first.address));
  const lead = await step('register a lead', () => registerLead(first.address, token));
  const before = await step('read it back', () => readLead(first.address, token, lead));
  await step('kill -9', () => first.kill());
  const second = await step('npm start, second time, until ready', () => Server.start(house, data));
  server = second;
  await step('read the same lead again', async () => {
    const after = await readLead(second.address, await signIn(second.address), lead);
    if (!isDeepStrictEqual(after, before)) {
      throw new Error(`before: ${JSON.stringify(before)}\nafter:  ${JSON.stringify(after)}`);
    }
  });
  await step('stop', () => second.stop());
  if (values.full) {
    const told = await step('npm test', () => runAsNewcomer('npm', ['test'], house));
    console.log(`          ${told.trimEnd().split('\n').at(-1)}`);
  }
  console.log('fresh clone: works');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('fresh clone: does not work');
  process.exitCode = 1;
} finally {
  await cleanUp();
}
